// What this device remembers: the person's own messages, and which of them still have to go out.
// The bot's messages are not kept here; the server has them. Files wait in IndexedDB.

const PREFIX = "doithoai:";
const MOST = 200;
const KEPT = 24 * 3600 * 1000; // what was sent is shown again for a day: phones go from hand to hand

export class Store {
  constructor(who) {
    this.key = PREFIX + who;
    this.spare = "[]"; // for browsers that keep nothing
    this.blobs = new Map();
    this.closed = false; // wiped: an answer that comes late writes nothing any more
  }

  all() {
    const entries = this.#read();
    const kept = entries.filter(isKept);
    if (kept.length < entries.length) this.#write(kept);
    return kept;
  }

  waiting() {
    return this.all().filter((entry) => entry.state === "waiting");
  }

  add(entry) {
    this.#write([...this.all(), entry].slice(-MOST));
  }

  update(id, changes) {
    this.#write(this.all().map((entry) => (entry.id === id ? { ...entry, ...changes } : entry)));
  }

  // Its words stand in the bubble; nothing else of it is needed any more.
  sent(id) {
    this.update(id, { state: "sent", body: undefined, at: Date.now() });
  }

  remove(id) {
    this.#write(this.all().filter((entry) => entry.id !== id));
  }

  async putFile(id, blob) {
    this.blobs.set(id, blob);
    await inFiles("readwrite", (files) => files.put(blob, id));
  }

  async getFile(id) {
    return this.blobs.get(id) ?? (await inFiles("readonly", (files) => files.get(id))) ?? null;
  }

  async dropFile(id) {
    this.blobs.delete(id);
    await inFiles("readwrite", (files) => files.delete(id));
  }

  // Everything of every chat on this device, for good.
  async wipe() {
    this.closed = true;
    this.spare = "[]";
    this.blobs.clear();
    removeKeys(() => true);
    await inFiles("readwrite", (files) => files.clear());
  }

  // Chats that this browser speaks for no more: erased or forgotten while the page was closed.
  async dropOthers() {
    removeKeys((key) => key !== this.key);
    const kept = (await inFiles("readonly", (files) => files.getAllKeys())) ?? [];
    const mine = new Set(this.all().map((entry) => entry.id));
    for (const id of kept) if (!mine.has(id)) await this.dropFile(id);
  }

  // The server knows nothing of this talk: erased while the page was closed, if it ever began.
  dropErased() {
    if (this.all().some((entry) => entry.state === "sent")) this.#write([]);
  }

  #read() {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? this.spare);
    } catch {
      return JSON.parse(this.spare);
    }
  }

  #write(entries) {
    if (this.closed) return;
    this.spare = JSON.stringify(entries);
    try {
      localStorage.setItem(this.key, this.spare);
    } catch {
      // Full or forbidden: the page still works until it is closed.
    }
  }
}

function isKept(entry) {
  return entry.state === "waiting" || Math.abs(Date.now() - entry.at) < KEPT;
}

function removeKeys(unwanted) {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(PREFIX) && unwanted(key)) localStorage.removeItem(key);
    }
  } catch {
    // Nothing could be kept, so nothing is left.
  }
}

let opening = null;

function database() {
  opening ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open("doithoai", 1);
      request.onupgradeneeded = () => request.result.createObjectStore("files");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
  return opening;
}

async function inFiles(mode, act) {
  const opened = await database();
  if (!opened) return undefined;
  return new Promise((resolve) => {
    const transaction = opened.transaction("files", mode);
    const request = act(transaction.objectStore("files"));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => resolve(undefined);
    transaction.onabort = () => resolve(undefined);
  });
}

export function newId() {
  // crypto.randomUUID needs https; a village server in the local network may have none.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
