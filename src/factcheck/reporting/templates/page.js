"use strict";
// What all parts of the page share. Without any of this, the page still reads from top to bottom.
const $ = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
const DATA = JSON.parse($("#data").textContent);
const word = (number) => DATA.words[number];
const words = (numbers) => numbers.map(word).join(" | ");
// What is known of each entry, laid out or not, by its id and in the order of the page.
const records = new Map(DATA.facts.map(([id, confidence, story, severity, kind, nature, latest, subject, people, articles], rank) => [id, {
  id, rank, confidence, story: word(story), severity: word(severity), kind: word(kind), nature: word(nature), latest: word(latest),
  subject: word(subject), people: words(people), sources: words(articles.map((number) => DATA.articles[number][1])),
  articles: articles.map((number) => DATA.articles[number][0]), pairs: [],
}]));
// Two outlets that take different sides are asked for as a pair.
const ranked = [...records.values()];
for (const [name, ranks] of DATA.pairs) for (const rank of ranks) ranked[rank].pairs.push(name);
const conflicts = ranked.filter((record) => record.severity);

// The entries that are laid out.
const [entries, cards, disagreements, possible, agreements, people] = [[], [], [], [], [], []];
function adopt(root) {
  for (const card of all(".card", root)) {
    card.facts = Object.assign(records.get(card.id), { card });
    entries.push(card);
    (card.matches(".agreed") ? agreements : card.matches(".maybe") ? possible : disagreements).push(card);
    if (!card.matches(".agreed")) cards.push(card);
  }
  for (const person of all(".person", root)) {
    person.facts = { card: person, people: person.dataset.names, sources: person.dataset.outlets };
    people.push(person);
  }
}
adopt(document);

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

// A long report keeps most entries as text at first, and lays them out piece by piece once the page shows, or all at once where
// something asks for all. In a piece no noscript can stand: what it stands for is put into one. Insides are packed in their order.
const later = all("noscript.later");
const packs = DATA.packs.filter(([kind]) => kind !== ".sheet").map(([kind, first, size]) => ({ kind, first, size, number: 0 }));
function layOut(most = later.length) {
  for (const piece of later.splice(0, most)) {
    const range = document.createRange();
    range.selectNode(piece);
    const made = range.createContextualFragment(piece.textContent.replace(/<div class="brief">(.*?)<\/div>/gs, "<noscript>$1</noscript>"));
    for (const pack of packs) {
      for (const fold of all(pack.kind, made)) {
        fold.dataset.pack = `${pack.first + Math.floor(pack.number / pack.size)}.${pack.number % pack.size}`;
        pack.number += 1;
      }
    }
    const known = cards.length;
    adopt(made);
    piece.replaceWith(made);
    cards.slice(known).forEach(mark);
    for (const card of cards.slice(known)) if (card.open) equip(card);
  }
}
function byId(id) {
  const found = document.getElementById(id);
  if (!found && later.length) layOut();
  return found ?? document.getElementById(id);
}

// The insides of its entries are packed: deflated in chunks, written in base 85, and laid out when somebody opens them. A browser
// that can't inflate them shows what it would without scripts.
const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;,=>?@^_`{|}~";
const VALUES = new Uint8Array(128);
[...SIGNS].forEach((sign, number) => { VALUES[sign.charCodeAt(0)] = number; });
function decoded(packed) {
  const bytes = new DataView(new ArrayBuffer(((packed.length - 1) / 5) * 4));
  for (let at = 1; at < packed.length; at += 5) {
    let word = 0;
    for (let next = at; next < at + 5; next++) word = word * 85 + VALUES[packed.charCodeAt(next)];
    bytes.setUint32(((at - 1) / 5) * 4, word);
  }
  return bytes.buffer.slice(0, bytes.byteLength - Number(packed[0]));
}
let chunks = null;
const inflating = new Map();
const insides = new Map();
function inflate(number) {
  if (!inflating.has(number)) inflating.set(number, inflateAnew(number));
  return inflating.get(number);
}
async function inflateAnew(number) {
  chunks ??= $("#packed").textContent.split("\n");
  try {
    const stream = new Blob([decoded(chunks[number])]).stream().pipeThrough(new DecompressionStream("deflate"));
    const entries = (await new Response(stream).text()).split("\x1e");
    entries.forEach((parts, entry) => insides.set(`${number}.${entry}`, parts.split("\x1f")));
  } catch (error) { console.info(error); }
}
// An entry has its inside first, and then the passages that others take from it: "12.3.1" is the first of the fourth entry of a chunk.
const PASSAGE = /\x1d(\d+\.\d+)\.(\d+)\x1d/g;
const insideOf = (fold) => insides.get(fold.dataset.pack)?.[0];
const passagesOf = (fold) => [...(insideOf(fold) ?? "").matchAll(PASSAGE)];
const isInflated = (fold) => insides.has(fold.dataset.pack) && passagesOf(fold).every(([, place]) => insides.has(place));
async function unpack(fold) {
  if (!fold.dataset?.pack) return;
  await inflate(parseInt(fold.dataset.pack));
  await Promise.all(passagesOf(fold).map(([, place]) => inflate(parseInt(place))));
  fill(fold);
}
// Puts the inside of an entry in its place, once it is inflated with all its passages.
function fill(fold) {
  if (!fold.dataset.pack) return;
  const brief = $(":scope > noscript", fold);
  const inside = document.createElement("template");
  inside.innerHTML = insideOf(fold)?.replace(PASSAGE, (_, place, part) => insides.get(place)[part]) ?? brief?.textContent ?? "";
  delete fold.dataset.pack;
  brief?.remove();
  fold.append(inside.content);
}
document.addEventListener("toggle", (event) => { if (event.target.open) unpack(event.target); }, true);
all("details[open]").forEach(unpack);

// Whatever is still text or packed is laid out and inflated when there is nothing else to do.
const idle = () => new Promise((free) => (window.requestIdleCallback ?? setTimeout)(free));
async function settle() {
  while (later.length) { await idle(); layOut(1); }
  const number = $("#packed")?.textContent.split("\n").length ?? 0;
  for (let chunk = 0; chunk < number; chunk++) { await idle(); await inflate(chunk); }
}

// A link to an entry, a person, a story or an article opens what it leads to, and says so where there is no such thing.
async function openLinked() {
  const id = decodeURIComponent(location.hash.slice(1));
  const linked = /^[acgkpsd]-/.test(id) ? byId(id) : null;
  $("#missing").hidden = Boolean(linked) || !/^[acgps]-/.test(id);
  $("#missing code").textContent = id;
  if (!linked) return;
  for (let fold = linked.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    fold.open = true;
    await unpack(fold);
  }
  $("summary", linked)?.focus({ preventScroll: true });
  linked.scrollIntoView({ block: "start", behavior: "instant" });
}
addEventListener("hashchange", openLinked);
if (!entries.length) openLinked();

addEventListener("beforeprint", () => {
  // On paper stands what differs; what else is to be printed, the reader opens before. There is no time to inflate now.
  layOut();
  for (const fold of all(".conflict:not([open]), .sheet:not([open]), .sheet .rest:not([open]):not(.many)")) {
    if (isInflated(fold)) fill(fold);
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
