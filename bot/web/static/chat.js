// The chat page: joins what the person does, what is drawn, and what goes over the network.

import { Speaker, Voice, smaller } from "./media.js";
import { Net } from "./net.js";
import { Store, newId } from "./store.js";
import { View } from "./view.js";

const config = JSON.parse(document.getElementById("config").textContent);
const texts = config.texts;
const byId = (id) => document.getElementById(id);

const store = new Store(config.who);
const speaker = new Speaker(() => view.showListening());
const view = new View(texts, speaker);
const voice = new Voice();
const net = new Net(config.who, store, {
  sent(entry) {
    if (entry.hidden) store.remove(entry.id);
    else store.sent(entry.id);
    view.state({ ...entry, state: "sent" });
  },
  refused(entry, why, said) {
    const failed = { state: "failed", lost: why === "lost", at: Date.now() };
    store.update(entry.id, failed);
    view.state({ ...entry, ...failed });
    view.note(why === "lost" ? texts["file-lost"] : (said ?? texts.refused));
  },
  messages(found) {
    if (isOver(found)) return;
    const [first] = found.map((message) => view.bot(message));
    unsay(found);
    view.lookAt(first);
  },
  state(name, said) {
    view.status(said ?? texts[name] ?? "");
  },
  stranger() {
    location.reload(); // another tab forgot this device, or chose another demo identity
  },
  cookiesOff() {
    view.status("");
    view.note(texts["cookies-off"]);
  },
});

// -- saying something ----------------------------------------------------------------------------

function queue(entry, blob = null) {
  const place = { after: net.known[net.known.length - 1] ?? 0, at: Date.now() };
  const full = { id: newId(), state: "waiting", ...place, ...entry };
  store.add(full);
  if (!full.hidden) view.me(full, blob);
  net.flush();
  return full;
}

function say(text) {
  speaker.stop();
  queue({ label: text, body: { text } });
}

async function sendFile(blob, name, label) {
  if (blob.size > config.maxFile) {
    queue({ label: `${label}: ${texts["too-big"]}`, body: { too_big: true } });
    return;
  }
  const id = newId();
  await store.putFile(id, blob);
  queue({ id, label, file: name }, blob);
}

view.onChoice = (token, label) => {
  speaker.stop();
  queue({ label, body: { button: token } });
};
view.onRetry = (id) => {
  store.update(id, { state: "waiting" });
  const entry = store.all().find((one) => one.id === id);
  if (entry) view.state(entry);
  net.flush();
};

// -- writing -------------------------------------------------------------------------------------

const box = byId("text");

function fit() {
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight + 4}px`;
}

byId("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = box.value.trim();
  if (!text) {
    box.focus();
    return;
  }
  box.value = "";
  fit();
  say(text);
});
box.addEventListener("input", () => {
  view.focusNext = false;
  fit();
});
box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  byId("composer").requestSubmit();
});
byId("home").addEventListener("click", () => say("menu"));

// -- photos --------------------------------------------------------------------------------------

byId("photo").addEventListener("click", async () => {
  // Only phones tell "take a photo" from "choose one".
  const how = matchMedia("(pointer: coarse)").matches ? await choose("photo-dialog") : "pick";
  if (how) byId(`photo-${how}`).click();
});
for (const input of [byId("photo-take"), byId("photo-pick")]) {
  input.addEventListener("change", async () => {
    const [file] = input.files;
    input.value = "";
    if (file) await sendFile(await smaller(file), "photo.jpg", texts["photo-sent"]);
  });
}

// -- recordings ----------------------------------------------------------------------------------

byId("voice").addEventListener("click", async () => {
  if (!Voice.possible()) {
    byId("voice-pick").click();
    return;
  }
  try {
    byId("recording-time").textContent = "0:00";
    await voice.start((time) => (byId("recording-time").textContent = time));
  } catch {
    view.note(texts["no-microphone"]);
    byId("voice-pick").click();
    return;
  }
  byId("recording-label").textContent = texts.recording;
  recording(true);
  byId("recording-send").focus();
});
byId("recording-send").addEventListener("click", async () => {
  const blob = await voice.stop();
  recording(false);
  if (blob.size) await sendFile(blob, "voice", texts["voice-sent"]);
});
byId("recording-cancel").addEventListener("click", () => {
  voice.cancel();
  recording(false);
});
byId("voice-pick").addEventListener("change", async () => {
  const [file] = byId("voice-pick").files;
  byId("voice-pick").value = "";
  if (file) await sendFile(file, "voice", texts["voice-sent"]);
});

// -- documents -----------------------------------------------------------------------------------

view.onDocument = () => byId("document-pick").click();
byId("document-pick").addEventListener("change", async () => {
  const [file] = byId("document-pick").files;
  byId("document-pick").value = "";
  if (file) await sendFile(file, file.name, `${texts["document-sent"]}: ${file.name}`);
});

function recording(on) {
  byId("recording").hidden = !on;
  byId("writing").hidden = on;
  if (!on) byId("voice").focus();
}

// -- a shared phone ------------------------------------------------------------------------------

byId("forget").addEventListener("click", async () => {
  view.listCodes();
  if ((await choose("forget-dialog")) === "yes") await beginAnew();
});

async function beginAnew() {
  speaker.stop();
  try {
    await net.forget();
  } catch {
    view.status(texts[navigator.onLine ? "connecting" : "offline"]);
    return;
  }
  await store.wipe();
  location.replace("/");
}

// -- not to be kept ----------------------------------------------------------------------------

// What a guard stopped is written nowhere: not on this phone either.
function unsay(found) {
  for (const { drops } of found.filter((message) => message.drops)) {
    store.remove(drops);
    store.dropFile(drops);
    view.unsay(drops);
  }
}

// -- erased --------------------------------------------------------------------------------------

// Whether the last word of an erasure is among *found*: it alone stays, here as on the server.
function isOver(found) {
  const word = found.find((message) => message.last);
  if (word) end(word);
  return Boolean(word);
}

function end(word) {
  net.end();
  speaker.stop();
  store.wipe();
  for (const id of ["composer", "forget", "home"]) byId(id).hidden = true;
  byId("over").hidden = false;
  view.only(word);
  view.status("");
}

byId("start-over").addEventListener("click", beginAnew);

// -- around --------------------------------------------------------------------------------------

function choose(id) {
  const dialog = byId(id);
  return new Promise((resolve) => {
    dialog.returnValue = "";
    const pressed = (event) => {
      const button = event.target.closest("button");
      if (button) dialog.close(button.value);
    };
    dialog.addEventListener("click", pressed);
    dialog.addEventListener(
      "close",
      () => {
        dialog.removeEventListener("click", pressed);
        resolve(dialog.returnValue);
      },
      { once: true },
    );
    dialog.showModal();
  });
}

// -- opening -------------------------------------------------------------------------------------

async function history() {
  for (let wait = 1; ; wait = Math.min(wait * 2, 15)) {
    try {
      return await net.fetchNew(0);
    } catch {
      if (net.lost) return [];
      view.status(texts[navigator.onLine ? "connecting" : "offline"]);
      await new Promise((resolve) => setTimeout(resolve, wait * 1000));
    }
  }
}

function startPayload() {
  const address = new URL(location.href);
  const given = address.searchParams.get("start");
  if (given === null) return null;
  address.searchParams.delete("start");
  window.history.replaceState(null, "", address);
  return /^[A-Za-z0-9_-]{0,64}$/.test(given) ? given : "";
}

async function open() {
  byId("fallback").remove(); // told to those whose browser never gets here
  const start = startPayload();
  if (!config.known) store.dropErased();
  if (!config.demo) await store.dropOthers(); // demo identities take turns in one browser
  const found = await history();
  if (net.lost || isOver(found)) return;
  const oldest = found.length ? found[0].id : 0;
  view.quietly(() => found.forEach((message) => view.bot(message)));
  unsay(found);
  for (const entry of store.all()) {
    // What was said before the oldest message shown has lost its place.
    if (entry.hidden || (entry.state === "sent" && entry.after < oldest - 1)) continue;
    view.me(entry, entry.file ? await store.getFile(entry.id) : null);
  }
  for (const id of ["composer", "forget", "home"]) byId(id).hidden = false;
  if (view.log.lastElementChild) view.openAt(view.log.lastElementChild);
  view.status("");
  if (start !== null) queue({ hidden: true, body: { start } });
  else if (!found.length && !store.waiting().length) queue({ hidden: true, body: { start: "" } });
  net.flush();
  net.listen();
}

open();
