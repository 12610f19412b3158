"use strict";
// What all parts of the page share. Without any of this, the page still reads from top to bottom.
const $ = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
const cards = all("#conflicts > .card");
const DATA = JSON.parse($("#data").textContent);

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

// In a long report the inside of a folded entry is text to a browser with scripts, until somebody opens it.
function unpack(fold) {
  const packed = $(":scope > noscript", fold);
  if (!packed) return;
  const inside = document.createElement("template");
  inside.innerHTML = packed.textContent;
  packed.replaceWith(inside.content);
}
document.addEventListener("toggle", (event) => { if (event.target.open) unpack(event.target); }, true);

addEventListener("beforeprint", () => {
  for (const fold of all("details:not([open])")) {
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
