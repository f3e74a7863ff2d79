// Draws the conversation. Knows the page, not the network.

import { codesIn, element, picture, withLinks } from "./pieces.js";

const ONE_ANSWER = 2000; // milliseconds between messages that belong together

export class View {
  constructor(texts, speaker) {
    this.texts = texts;
    this.speaker = speaker;
    this.log = document.getElementById("log");
    this.line = document.getElementById("status");
    this.onChoice = () => {};
    this.onRetry = () => {};
    this.onDocument = () => {};
    this.focusNext = false;
    this.reading = null; // the first message of what is being told now
    this.readAt = 0;
    this.below = document.getElementById("below");
    this.below.addEventListener("click", () => this.#toChoices());
    this.watcher = new IntersectionObserver((seen) => this.#mind(seen.pop()), {
      root: this.log,
      threshold: [0, 0.9],
    });
  }

  // -- the bot ----------------------------------------------------------------------------------

  bot(message) {
    const item = element("li", "bot");
    item.dataset.id = message.id;
    const bubble = element("div", "bubble");
    bubble.append(element("span", "unseen", this.texts.bot + " "));
    const mayCall = (phone) => !message.private && !this.#wasTyped(phone);
    for (const part of message.parts) bubble.append(withLinks(element("p"), part, mayCall));
    if (message.text) item.append(bubble);
    const recording = message.files.find((file) => file.sound);
    for (const file of message.files) if (!file.sound) item.append(this.#file(file));
    if (message.choices.length) item.append(this.#choices(message));
    if (message.documents) this.#document(item);
    if (recording) this.#hear(item, recording, message);
    else if (message.text && !message.private) this.#listen(item, message);
    this.#insert(item, message.id);
    this.#refreshMenus();
    if (this.focusNext) this.#focusAnswer(item);
    return item;
  }

  // Whether the person wrote this number: it is theirs, and nobody calls it from here.
  #wasTyped(phone) {
    const own = [...this.log.querySelectorAll("li.me .bubble")];
    return phone.length > 3 && own.some((one) => one.textContent.replace(/\D/g, "").includes(phone));
  }

  // Shows the codes that stand on the page, the oldest first, before they go.
  listCodes() {
    const told = [...this.log.querySelectorAll("li.bot .bubble")];
    const codes = [...new Set(told.flatMap((bubble) => codesIn(bubble.textContent)))];
    const list = document.getElementById("forget-list");
    list.hidden = !codes.length;
    list.replaceChildren(...codes.map((code) => element("li", "", code)));
    document.getElementById("forget-none").hidden = codes.length > 0;
  }

  // Shows the beginning of what is new. The messages of one answer may come one by one: it begins
  // with the first of them.
  lookAt(item) {
    const now = Date.now();
    if (!this.reading || now - this.readAt > ONE_ANSWER) this.reading = item;
    this.readAt = now;
    this.log.scrollTop = this.reading.offsetTop - this.log.offsetTop - 8;
  }

  // Where a page opens it stands at once: nobody watches a whole history pass by.
  openAt(item) {
    this.log.style.scrollBehavior = "auto";
    this.reading = null;
    this.lookAt(item);
    this.log.style.scrollBehavior = "";
  }

  // -- choices out of sight ---------------------------------------------------------------------

  #openChoices() {
    return this.log.querySelector("li.bot:not(.past) > .choices");
  }

  #watchChoices() {
    this.watcher.disconnect();
    const choices = this.#openChoices();
    if (choices) this.watcher.observe(choices.lastElementChild);
    else this.below.hidden = true;
  }

  // Says so while the last choice lies below what is seen.
  #mind({ intersectionRatio, boundingClientRect: last, rootBounds: seen }) {
    const shown = intersectionRatio >= 0.9 || last.bottom <= seen.bottom;
    this.below.hidden = shown || this.#glidesThere();
  }

  // While the talk glides to what is new: whether all choices are seen where it stops.
  #glidesThere() {
    const { log, reading } = this;
    const choices = this.#openChoices();
    if (!reading || !choices || Date.now() - this.readAt > ONE_ANSWER) return false;
    const top = reading.offsetTop - log.offsetTop - 8;
    const stop = Math.min(top, log.scrollHeight - log.clientHeight);
    return choices.offsetTop + choices.offsetHeight - log.offsetTop <= stop + log.clientHeight;
  }

  // All choices into sight, or their beginning where they are too many; the keyboard goes along.
  #toChoices() {
    const choices = this.#openChoices();
    if (!choices) return;
    const top = choices.offsetTop - this.log.offsetTop - 8;
    const bottom = top + choices.offsetHeight + 16 - this.log.clientHeight;
    this.log.scrollTop = Math.min(top, bottom);
    choices.querySelector("button").focus({ preventScroll: true });
  }

  #insert(item, id) {
    const later = [...this.log.querySelectorAll("li.bot")].find((one) => Number(one.dataset.id) > id);
    this.log.insertBefore(item, later ?? null);
  }

  #choices(message) {
    const list = element("ol", "choices");
    for (const choice of message.choices) {
      const button = element("button", choice.number === "0" ? "zero" : "");
      button.type = "button";
      button.append(element("span", "number", choice.number), element("span", "", choice.label));
      button.setAttribute("aria-label", `${choice.number}. ${choice.label}`);
      button.addEventListener("click", (event) => {
        this.focusNext = event.detail === 0; // pressed from a keyboard
        this.onChoice(choice.token, `${choice.number}. ${choice.label}`);
      });
      const line = element("li");
      line.append(button);
      list.append(line);
    }
    return list;
  }

  #file(file) {
    const link = element("a", "button quiet file", `${this.texts["open-file"]}: ${file.name}`);
    link.href = file.url;
    link.setAttribute("download", "");
    return link;
  }

  // Stands among the choices, so that it closes with them.
  #document(item) {
    const button = element("button", "pick", this.texts["document-pick"]);
    button.type = "button";
    button.addEventListener("click", () => this.onDocument());
    const line = element("li");
    line.append(button);
    item.querySelector(".choices").prepend(line);
  }

  #listen(item, message) {
    const button = element("button", "listen", this.texts.listen);
    button.type = "button";
    button.hidden = !this.speaker.ready;
    const said = [message.text, ...message.choices.map((one) => `${one.number}. ${one.label}.`)];
    button.addEventListener("click", () => {
      this.speaker.toggle(said.join("\n"), (speaking) => {
        button.textContent = this.texts[speaking ? "stop-listening" : "listen"];
        button.setAttribute("aria-pressed", String(speaking));
      });
    });
    item.append(button);
  }

  // An official reads the answer: better than the device's voice, and heard without one.
  #hear(item, recording, message) {
    const button = element("button", "listen recorded", this.texts.listen);
    button.type = "button";
    button.addEventListener("click", () => {
      this.speaker.play(
        recording.url,
        (playing) => {
          button.textContent = this.texts[playing ? "stop-listening" : "listen"];
          button.setAttribute("aria-pressed", String(playing));
        },
        () => {
          button.replaceWith(element("p", "gone", this.texts["recording-gone"]));
          if (!message.private) this.#listen(item, message);
        },
      );
    });
    item.append(button);
  }

  showListening() {
    for (const button of this.log.querySelectorAll(".listen")) button.hidden = false;
  }

  // Only the newest menu is open, and only until something was said after it.
  #refreshMenus() {
    const items = [...this.log.children];
    const newest = items.lastIndexOf(items.filter((item) => item.querySelector(".choices")).pop());
    const answered = items.lastIndexOf(items.filter((item) => item.classList.contains("me")).pop());
    items.forEach((item, place) => {
      if (!item.querySelector(".choices")) return;
      const open = place === newest && answered < place;
      item.classList.toggle("past", !open);
      for (const button of item.querySelectorAll(".choices button")) button.disabled = !open;
    });
    this.#watchChoices();
  }

  // Who pressed a button with a key goes on with the keyboard.
  #focusAnswer(item) {
    const button = item.querySelector(".choices button:not(:disabled)");
    (button ?? document.getElementById("text")).focus();
    this.focusNext = !button;
  }

  // -- the person -------------------------------------------------------------------------------

  me(entry, blob) {
    this.reading = null;
    const item = element("li", "me");
    item.dataset.mine = entry.id;
    const bubble = element("div", "bubble");
    bubble.append(element("span", "unseen", this.texts.me + " "));
    if (blob && blob.type.startsWith("image/")) bubble.append(picture(blob, this.texts));
    else bubble.append(entry.label);
    item.append(bubble, element("div", "state"));
    const earlier = this.#placeOf(entry);
    this.log.insertBefore(item, earlier);
    this.state(entry);
    this.#refreshMenus();
    this.#scroll();
  }

  #placeOf(entry) {
    if (entry.after === undefined || entry.state === "waiting") return null;
    const bots = [...this.log.querySelectorAll("li.bot")];
    return bots.find((one) => Number(one.dataset.id) > entry.after) ?? null;
  }

  state(entry) {
    const item = this.log.querySelector(`[data-mine="${entry.id}"]`);
    if (!item) return;
    item.classList.toggle("waiting", entry.state === "waiting");
    item.classList.toggle("failed", entry.state === "failed");
    const line = item.querySelector(".state");
    line.textContent = { waiting: this.texts.waiting, failed: this.texts.failed }[entry.state] ?? "";
    if (entry.state === "failed" && !entry.lost) {
      const again = element("button", "", this.texts.retry);
      again.type = "button";
      again.addEventListener("click", () => this.onRetry(entry.id));
      line.append(" ", again);
    }
  }

  // Nothing but *message* stays in sight.
  only(message) {
    this.log.replaceChildren();
    this.reading = null;
    this.bot(message);
  }

  // Its words are gone; that something was said stays.
  unsay(id) {
    const bubble = this.log.querySelector(`[data-mine="${id}"] .bubble`);
    if (!bubble) return;
    bubble.replaceChildren(element("span", "unseen", this.texts.me + " "), this.texts.unsaid);
    bubble.classList.add("unsaid");
  }

  // -- around -----------------------------------------------------------------------------------

  note(text) {
    const item = element("li", "bot");
    item.append(element("div", "bubble", text));
    this.log.append(item);
    this.#scroll();
  }

  // Draws without a screen reader reading everything aloud: the history of a page opened again.
  quietly(draw) {
    this.log.setAttribute("aria-live", "off");
    draw();
    requestAnimationFrame(() => this.log.setAttribute("aria-live", "polite"));
  }

  status(text) {
    if (this.line.textContent !== text) this.line.textContent = text;
  }

  #scroll() {
    this.log.scrollTop = this.log.scrollHeight;
  }
}
