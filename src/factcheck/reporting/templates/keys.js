// Keys, and the start of everything.
let current = null;

function visit(card) {
  current = card;
  card.open = true;
  if (card.closest(".rest")) card.closest(".rest").open = true;
  const summary = $("summary", card);
  summary.focus({ preventScroll: true });
  card.scrollIntoView({ block: "start" });
}

function step(by) {
  const held = document.activeElement?.closest?.(".conflict, .maybe") ?? current;
  layOut();
  const listed = finder.listed();
  const at = listed.indexOf(held);
  const next = listed[at < 0 ? 0 : at + by];
  if (next) visit(next);
}

const withCard = (deed) => () => {
  const card = document.activeElement?.closest?.(".conflict, .maybe") ?? current;
  if (card && !card.hidden) deed(card);
};
const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  o: withCard((card) => { card.open = !card.open; $("summary", card).focus(); }),
  c: withCard((card) => toggleStatus(card, "confirmed")),
  d: withCard((card) => toggleStatus(card, "dismissed")),
  w: withCard((card) => toggleStatus(card, "needs work")),
  u: takeBack,
  n: withCard(async (card) => { card.open = true; await equip(card); $("textarea", card).focus(); }),
  a: withCard(async (card) => { card.open = true; await unpack(card); readWhole($("a.whole", card)); }),
  "/": () => $("#find").focus(),
  "?": () => $("#help").showModal(),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select");
  const card = typing?.closest(".card");
  if (event.key === "Escape" && card) $("summary", card).focus();
  if (event.key === "Enter" && typing?.id === "find" && finder.listed()[0]) visit(finder.listed()[0]);
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !$("#single").checked || $("dialog[open]")) return;
  const deed = Object.hasOwn(KEYS, event.key) && KEYS[event.key];
  if (deed) { event.preventDefault(); deed(); }
});

function start() {
  chips();
  store.merge(DATA.decisions);
  store.merge(memory.get(store.name) ?? []);
  cards.forEach(mark);
  count();
  for (const card of cards) if (!isOpen(card)) card.open = false;
  for (const card of cards) if (card.open) equip(card);
  document.addEventListener("toggle", (event) => { if (event.target.open && event.target.matches(".conflict, .maybe")) equip(event.target); }, true);
  document.addEventListener("focusin", (event) => { current = event.target.closest?.(".conflict, .maybe") ?? current; });
  $("#find").addEventListener("input", () => finder.show());
  $("#sort").addEventListener("change", () => { finder.sort(); finder.remember(); });
  $("#clear").addEventListener("click", () => { $("#find").value = ""; finder.show(); $("#find").focus(); });
  $("#fold").addEventListener("click", () => {
    layOut();
    const listed = finder.listed();
    const folding = listed.some((card) => card.open);
    for (const card of listed) card.open = !folding;
    $("#fold").textContent = folding ? "Open all" : "Fold all";
  });
  if (!finder.listed().some((card) => card.open)) $("#fold").textContent = "Open all";
  $("#undo").addEventListener("click", takeBack);
  $("#reviewer").value = memory.get("reviewer") ?? "";
  $("#reviewer").addEventListener("change", () => memory.set("reviewer", $("#reviewer").value.trim()));
  $("#blind").addEventListener("change", () => document.body.classList.toggle("blind", $("#blind").checked));
  $("#single").checked = memory.get("single") ?? true;
  $("#single").addEventListener("change", () => memory.set("single", $("#single").checked));
  $("#help-open").addEventListener("click", () => $("#help").showModal());
  $("#download").addEventListener("click", download);
  $("#load").addEventListener("change", async (event) => { if (event.target.files[0]) await load(event.target.files[0]); event.target.value = ""; });
  addEventListener("hashchange", () => finder.restore());
  addEventListener("storage", (event) => {
    if (event.key === memory.key(store.name)) { store.merge(memory.get(store.name) ?? []); cards.forEach(mark); count(); finder.show(); }
  });
  // The numbers of the overview lead to what they count.
  for (const cell of all("[data-pair]")) cell.dataset.find = `pair:"${DATA.pairs[cell.dataset.pair][0]}"`;
  for (const cell of all("[data-find]")) {
    const link = document.createElementNS(cell.namespaceURI, "a");
    link.setAttribute("href", `#${new URLSearchParams({ find: cell.dataset.find })}`);
    // The list of pairs is there for keys and readers of the screen; the matrix is a picture of it.
    if (cell.matches("svg *")) link.setAttribute("tabindex", "-1");
    link.append(...cell.childNodes);
    link.addEventListener("click", () => setTimeout(() => $("#toolbar").scrollIntoView({ block: "start" })));
    cell.append(link);
  }
  $("#toolbar").hidden = $("#bench").hidden = false;
  $("#bench").open = innerWidth > 720;
  finder.restore();
}
if (entries.length) start();
const settled = settle();
