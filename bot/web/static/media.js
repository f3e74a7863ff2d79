// Photos made small, recordings, and reading aloud.

const LONGEST_SIDE = 1600;
const LONGEST_RECORDING = 180;
const KINDS = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];

// A phone's photo of 8 MB becomes 300 kB, and loses the place where it was taken.
export async function smaller(file) {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const made = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.82));
    return made ?? file;
  } catch {
    return file; // the server says what it thinks of it
  }
}

export class Voice {
  static possible() {
    return Boolean(navigator.mediaDevices?.getUserMedia && globalThis.MediaRecorder);
  }

  // Throws when the person or the browser does not allow it.
  async start(onSecond) {
    this.stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const mimeType = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
    this.recorder = new MediaRecorder(this.stream, mimeType ? { mimeType } : {});
    this.pieces = [];
    this.recorder.addEventListener("dataavailable", (event) => this.pieces.push(event.data));
    this.recorder.start(1000);
    let seconds = 0;
    this.timer = setInterval(() => {
      seconds += 1;
      onSecond(`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`);
      if (seconds >= LONGEST_RECORDING) this.recorder.pause();
    }, 1000);
  }

  async stop() {
    const ended = new Promise((resolve) => {
      this.recorder.addEventListener("stop", resolve, { once: true });
    });
    if (this.recorder.state !== "inactive") this.recorder.stop();
    else return this.#end();
    await ended;
    return this.#end();
  }

  cancel() {
    if (this.recorder?.state !== "inactive") this.recorder?.stop();
    this.#end();
  }

  #end() {
    clearInterval(this.timer);
    for (const track of this.stream.getTracks()) track.stop();
    return new Blob(this.pieces, { type: this.recorder.mimeType.split(";")[0] });
  }
}

// One voice at a time: the device's own Vietnamese one (without it there is no button), or a
// recording of an official.
export class Speaker {
  constructor(onReady) {
    this.voice = null;
    this.reset = null;
    this.sound = null;
    if (!globalThis.speechSynthesis) return;
    const look = () => {
      this.voice ??= speechSynthesis.getVoices().find((one) => /^vi\b/i.test(one.lang)) ?? null;
      if (this.voice) onReady();
    };
    speechSynthesis.addEventListener("voiceschanged", look);
    queueMicrotask(look);
  }

  get ready() {
    return this.voice !== null;
  }

  toggle(text, onChange) {
    const same = this.reset === onChange || this.text === text;
    const wasSpeaking = speechSynthesis.speaking;
    this.stop();
    if (wasSpeaking && same) return;
    const speech = new SpeechSynthesisUtterance(text);
    speech.voice = this.voice;
    speech.lang = this.voice.lang;
    speech.rate = 0.9;
    this.text = text;
    this.reset = onChange;
    const over = () => this.reset === onChange && this.stop();
    speech.addEventListener("end", over);
    speech.addEventListener("error", over);
    onChange(true);
    speechSynthesis.speak(speech);
  }

  // Calls `onGone` when there is nothing to play any more.
  play(url, onChange, onGone) {
    const same = this.sound !== null && this.text === url;
    this.stop();
    if (same) return;
    const sound = new Audio(url);
    this.sound = sound;
    this.text = url;
    this.reset = onChange;
    sound.addEventListener("ended", () => this.sound === sound && this.stop());
    onChange(true);
    sound.play().catch(() => {
      if (this.sound !== sound) return; // it was stopped
      const gone = sound.error !== null && navigator.onLine;
      this.stop();
      if (gone) onGone();
    });
  }

  stop() {
    const reset = this.reset;
    this.reset = null;
    this.text = null;
    this.sound?.pause();
    this.sound = null;
    globalThis.speechSynthesis?.cancel();
    reset?.(false);
  }
}
