// Talking to the server: every message until it is acknowledged, and waiting for answers.

const HAVE = 20;
const MESSAGES = "/chat/messages";
const WHO = "x-doithoai-who";
const ASKED = 4; // times who we are now, before we say that no cookie is ever kept

// `AbortSignal.timeout`, which phones of a few years ago do not have.
function within(milliseconds) {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), milliseconds);
  return stop.signal;
}

export class Net {
  constructor(who, store, events) {
    this.who = who;
    this.store = store;
    this.events = events; // sent, refused, messages, state, stranger, cookiesOff
    this.lost = false; // the browser speaks for somebody else now
    this.known = [];
    this.sending = false;
    this.wakers = new Set();
    addEventListener("online", () => this.wake());
    addEventListener("offline", () => events.state("offline"));
    addEventListener("visibilitychange", () => document.hidden || this.wake());
  }

  wake() {
    for (const go of this.wakers) go();
    this.flush();
  }

  // -- out --------------------------------------------------------------------------------------

  // Sends what waits, in order, one at a time; the same id again when no answer came.
  async flush() {
    if (this.sending || this.lost) return;
    this.sending = true;
    try {
      for (let wait = 1; ; ) {
        const [entry] = this.store.waiting();
        if (!entry) return;
        const outcome = await this.#send(entry).catch(() => "again");
        if (this.lost) return;
        if (outcome !== "again") {
          wait = 1;
          continue;
        }
        this.events.state(navigator.onLine ? "connecting" : "offline");
        await this.#pause(wait);
        wait = Math.min(wait * 2, 15);
      }
    } finally {
      this.sending = false;
    }
  }

  async #send(entry) {
    const response = await this.#post(entry);
    if (response === null) {
      this.events.refused(entry, "lost", "");
      return "next";
    }
    if (response.ok) {
      this.#checkWho(response);
      this.events.state("");
      await this.store.dropFile(entry.id);
      this.events.sent(entry);
      return "next";
    }
    if (response.status >= 500) return "again";
    // What refuses may be a server before ours, in words of its own.
    return this.#refused(entry, response.status, await response.json().catch(() => ({})));
  }

  async #refused(entry, status, said) {
    if (status === 401) {
      await this.#stranger();
      return "again";
    }
    if (status === 429) {
      this.events.state("busy", said.text);
      await this.#pause(30);
      return "again";
    }
    if (status === 408) return "again";
    if (said.accepted) this.events.sent(entry);
    else this.events.refused(entry, "said", said.text);
    return "next";
  }

  async #post(entry) {
    const headers = { "x-doithoai": entry.id, [WHO]: this.who };
    let body;
    if (entry.file) {
      const blob = await this.store.getFile(entry.id);
      if (!blob) return null;
      body = new FormData();
      body.append("id", entry.id);
      if (entry.text) body.append("text", entry.text);
      body.append("file", blob, entry.file);
    } else {
      headers["content-type"] = "application/json";
      body = JSON.stringify({ id: entry.id, ...entry.body });
    }
    return fetch(MESSAGES, {
      method: "POST",
      headers,
      body,
      signal: within(entry.file ? 300_000 : 30_000),
    });
  }

  // -- in ---------------------------------------------------------------------------------------

  async fetchNew(wait) {
    const known = this.known;
    const after = known.length > HAVE ? known[known.length - HAVE - 1] : 0;
    const have = known.filter((id) => id > after).join(",");
    const response = await fetch(`${MESSAGES}?after=${after}&have=${have}&wait=${wait}`, {
      cache: "no-store",
      headers: { [WHO]: this.who },
      signal: within((wait + 20) * 1000),
    });
    if (!response.ok) throw new Error(String(response.status));
    this.#checkWho(response);
    const found = (await response.json()).filter((message) => !this.known.includes(message.id));
    this.known = [...this.known, ...found.map((message) => message.id)].sort((a, b) => a - b);
    return found;
  }

  async listen() {
    for (let wait = 1; !this.lost; ) {
      try {
        const found = await this.fetchNew(25);
        this.events.state("");
        if (found.length) this.events.messages(found);
        wait = 1;
        if (this.store.waiting().length) this.flush();
      } catch {
        if (this.lost) return;
        this.events.state(navigator.onLine ? "connecting" : "offline");
        await this.#pause(wait);
        wait = Math.min(wait * 2, 15);
      }
    }
  }

  async forget() {
    const response = await fetch("/chat/forget", {
      method: "POST",
      headers: { "x-doithoai": "forget" },
    });
    if (!response.ok) throw new Error(String(response.status));
  }

  // Nothing goes out or is waited for any more.
  end() {
    this.lost = true;
    this.wake();
  }

  #checkWho(response) {
    const who = response.headers.get(WHO);
    if (who === null || who === this.who) return;
    this.#stranger();
    throw new Error("stranger");
  }

  // The cookie is another one (a second tab forgot this device), or none is ever kept.
  async #stranger() {
    if (this.lost) return;
    this.lost = true;
    let before = await this.#whoNow();
    for (let asked = 1; asked < ASKED; asked++) {
      const now = await this.#whoNow();
      if (now === before) return this.events.stranger();
      before = now; // a second tab was given another one between the two
    }
    this.events.cookiesOff();
  }

  // Who our cookie says, asked until the line is there.
  async #whoNow() {
    for (let wait = 1; ; wait = Math.min(wait * 2, 15)) {
      try {
        const response = await fetch(MESSAGES, { cache: "no-store", signal: within(20_000) });
        const who = response.headers.get(WHO);
        if (who !== null) return who;
      } catch {
        // told below
      }
      this.events.state(navigator.onLine ? "connecting" : "offline");
      await this.#pause(wait);
    }
  }

  #pause(seconds) {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.wakers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, seconds * 1000);
      this.wakers.add(done);
    });
  }
}
