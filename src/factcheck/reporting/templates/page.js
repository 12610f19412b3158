"use strict";
// What all parts of the page share. Without any of this, the page still reads from top to bottom.
const $ = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
const entries = all("#conflicts .card");
const cards = entries.filter((entry) => !entry.matches(".agreed"));
const disagreements = cards.filter((card) => card.matches(".conflict"));
const people = all(".person");
const DATA = JSON.parse($("#data").textContent);
const word = (number) => DATA.words[number];
const words = (numbers) => numbers.map(word).join(" | ");
DATA.facts.forEach(([confidence, severity, kind, nature, latest, subject, people, sources, articles], rank) => {
  entries[rank].facts = {
    confidence, severity: word(severity), kind: word(kind), nature: word(nature), latest: word(latest),
    subject: word(subject), people: words(people), sources: words(sources),
    articles: articles.map(word),
  };
});

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

// Browsers may refuse storage to a page opened from a file; the page then remembers until it is closed.
const memory = {
  key: (name) => `factcheck:${name}`,
  get(name) {
    try { return JSON.parse(localStorage.getItem(this.key(name))); } catch { return null; }
  },
  set(name, value) {
    try { localStorage.setItem(this.key(name), JSON.stringify(value)); return true; } catch { return false; }
  },
};

// In a long report the insides of entries are packed: deflated, written in base 85, and laid out when somebody opens them. A browser that
// can't inflate them shows what it would without scripts.
const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;,=>?@^_`{|}~";
function decoded(packed) {
  const [added, text] = [Number(packed[0]), packed.slice(1)];
  const value = new Uint8Array(128);
  [...SIGNS].forEach((sign, number) => { value[sign.charCodeAt(0)] = number; });
  const bytes = new DataView(new ArrayBuffer((text.length / 5) * 4));
  for (let at = 0; at < text.length; at += 5) {
    let word = 0;
    for (let next = at; next < at + 5; next++) word = word * 85 + value[text.charCodeAt(next)];
    bytes.setUint32((at / 5) * 4, word);
  }
  return bytes.buffer.slice(0, bytes.byteLength - added);
}
let insides = $("#packed") ? null : new Map();
async function inflate() {
  if (insides) return;
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  const found = new Map();
  try {
    const stream = new Blob([decoded($("#packed").textContent)]).stream().pipeThrough(new DecompressionStream("deflate"));
    const parts = (await new Response(stream).text()).split("\x1e");
    for (let at = 0; at < parts.length; at += 2) found.set(parts[at], parts[at + 1]);
  } catch (error) { console.info(error); }
  insides = found;
}
const inflated = inflate();
function unpack(fold) {
  const packed = insides && $(":scope > noscript", fold);
  if (!packed) return;
  const inside = document.createElement("template");
  const markup = insides.get(fold.id) ?? packed.textContent;
  inside.innerHTML = markup.replace(/\x1d([^\x1d]*)\x1d/g, (_, passage) => insides.get(passage));
  packed.replaceWith(inside.content);
}
document.addEventListener("toggle", (event) => { if (event.target.open) unpack(event.target); }, true);
inflated.then(() => all("details[open]").forEach(unpack));

// A link to an entry, a person, a story or an article opens what it leads to, and says so where there is no such thing.
async function openLinked() {
  const id = decodeURIComponent(location.hash.slice(1));
  const linked = /^[acgkpsd]-/.test(id) ? document.getElementById(id) : null;
  $("#missing").hidden = Boolean(linked) || !/^[acgps]-/.test(id);
  $("#missing code").textContent = id;
  if (!linked) return;
  await inflated;
  for (let fold = linked.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    fold.open = true;
    unpack(fold);
  }
  $("summary", linked)?.focus({ preventScroll: true });
  linked.scrollIntoView({ block: "start", behavior: "instant" });
}
addEventListener("hashchange", openLinked);
if (!entries.length) openLinked();

addEventListener("beforeprint", () => {
  // On paper stands what differs; what else is to be printed, the reader opens before.
  for (const fold of all(".conflict:not([open]), .sheet:not([open]), .sheet .rest:not([open])")) {
    unpack(fold);
    fold.dataset.folded = "";
    fold.open = true;
  }
});
addEventListener("afterprint", () => {
  for (const fold of all("details[data-folded]")) {
    fold.open = false;
    delete fold.dataset.folded;
  }
});
for (const dialog of all("dialog")) {
  $("[data-close]", dialog).addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
}
