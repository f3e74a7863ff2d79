// Pieces that the page is made of, and what stands in a text.

export function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

export function picture(blob, texts) {
  const image = element("img");
  image.alt = texts["photo-alt"];
  image.src = URL.createObjectURL(blob);
  image.addEventListener("load", () => URL.revokeObjectURL(image.src), { once: true });
  return image;
}

// Web addresses, full phone numbers, and short emergency numbers that one is told to call.
const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/;
const PHONE = /(?<![\d.])0\d(?:[ .-]?\d){7,9}(?!\d)/;
const EMERGENCY = /(?<=(?:gọi|call|police,)(?: ngay| công an| now)? )11[1-5](?![\d.,]*\d)/;
const PRESSED = new RegExp(
  `(${[ADDRESS, PHONE, EMERGENCY].map((one) => one.source).join("|")})`,
  "gi",
);

// They can be pressed, where *mayCall* says so of a number; everything else stays plain text.
export function withLinks(into, text, mayCall) {
  for (const [place, piece] of text.split(PRESSED).entries()) {
    const found = place % 2 === 1;
    const isAddress = found && /^http/i.test(piece);
    const number = piece.replace(/\D/g, "");
    if (!found || !(isAddress || mayCall(number))) {
      into.append(piece);
      continue;
    }
    const link = element("a", "", piece);
    link.href = isAddress ? piece : `tel:${number}`;
    if (isAddress) link.rel = "noopener noreferrer";
    into.append(link);
  }
  return into;
}

// Codes of questions as they are told: two letters or more, and six digits.
export function codesIn(text) {
  return text.match(/\b[A-Z]{2,6} \d{3} \d{3}\b/g) ?? [];
}
