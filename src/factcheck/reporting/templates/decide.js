// Decisions: kept in the browser by report, downloaded and loaded as a file that outlasts it.
const store = {
  name: `decisions:${DATA.report}`,
  entries: new Map(),
  saved: true,
  merge(decisions) {
    for (const decision of decisions) {
      const known = this.entries.get(decision.conflict);
      if (!known || (decision.decided ?? "") >= (known.decided ?? "")) this.entries.set(decision.conflict, decision);
    }
  },
  keep() { this.saved = memory.set(this.name, [...this.entries.values()]); },
};
const idOf = (card) => card.id.slice(2);
const noteOf = (card) => store.entries.get(idOf(card))?.note ?? "";
const undone = [];

function decide(card, change) {
  const conflict = idOf(card);
  const before = store.entries.get(conflict);
  // A note alone takes no stand on articles that came later.
  const articles = "status" in change || !before ? card.facts.articles : before.articles;
  const decision = {
    conflict, status: null, note: "", rating: "", url: "", summary: $("h4", card).textContent, ...before, articles, ...change,
    reviewer: $("#reviewer").value.trim() || before?.reviewer || "", decided: new Date().toISOString(),
  };
  if ("status" in change) undone.push([card, { status: before?.status ?? null, articles: before?.articles }]);
  store.entries.set(conflict, decision);
  store.keep();
  mark(card);
  if ("status" in change) { $("#undo").disabled = false; count(); finder.show(); }
}

const statusOf = (record) => store.entries.get(record.id.slice(2))?.status ?? "open";
const isOpen = (card) => statusOf(card.facts) === "open";

// A decided entry folds, and the next one that is open takes the focus.
function toggleStatus(card, status) {
  layOut();
  const listed = finder.listed();
  const behind = [...listed.slice(listed.indexOf(card) + 1), ...listed];
  const taken = store.entries.get(idOf(card))?.status === status;
  decide(card, { status: taken ? null : status });
  if (taken) return;
  card.open = false;
  const next = behind.find((other) => isOpen(other) && !other.hidden);
  if (next) visit(next); else { $("summary", card).focus(); tell("Nothing is open any more"); }
}

function takeBack() {
  const [card, before] = undone.pop() ?? [];
  if (!card) return;
  decide(card, before);
  undone.pop();
  $("#undo").disabled = !undone.length;
  if (!card.hidden) visit(card);
}

// How many disagreements are decided, of all and of each story. What is only possible is not counted.
function count() {
  const told = (list) => `${list.filter((record) => statusOf(record) !== "open").length} of ${list.length} decided`;
  $("#progress").textContent = told(conflicts);
  const stories = new Map(all("[data-story]").map((place) => [place.dataset.story, []]));
  for (const record of conflicts) stories.get(record.story)?.push(record);
  for (const place of all("[data-story]")) place.textContent = told(stories.get(place.dataset.story));
}

// Whether other articles stand on the sides than when it was decided; of older files nobody knows.
function elsewhere(card, decision) {
  const [then, now] = [decision?.articles ?? [], card.facts.articles];
  return then.length > 0 && (then.length !== now.length || now.some((article) => !then.includes(article)));
}

// Shows a decision on its card: in the head, on the buttons, and as a line for the printer.
function mark(card) {
  const decision = store.entries.get(idOf(card));
  const status = decision?.status ?? "open";
  if (!decision && !card.dataset.status) return;
  card.dataset.status = status;
  for (const old of all(".status, .elsewhere", card)) old.remove();
  const other = elsewhere(card, decision) ? "decided on other articles" : "";
  if (status !== "open") {
    const sign = { confirmed: "✓", dismissed: "✕", "needs work": "…" }[status];
    $(".tags", card).append(element("span", { className: "status" }, `${sign} ${status}`));
    if (other) $(".tags", card).append(element("span", { className: "elsewhere" }, other));
  }
  for (const button of all(".verdicts button", card)) button.setAttribute("aria-pressed", String(button.dataset.status === status));
  for (const field of all("[data-field]", card)) if (field !== document.activeElement) field.value = decision?.[field.dataset.field] ?? "";
  if (card.dataset.pack) return;
  let line = $(".decided", card);
  if (!decision) { line?.remove(); return; }
  if (!line) { line = element("p", { className: "decided" }); $("summary", card).after(line); }
  const by = decision.reviewer ? ` by ${decision.reviewer}` : "";
  line.textContent = `${status}${by}${other && ` (${other})`}${decision.note ? `: ${decision.note}` : ""}`;
}

// The controls of a card are made when it is first opened.
async function equip(card) {
  await unpack(card);
  if ($(".decide", card)) return;
  const controls = $("#decide").content.cloneNode(true);
  const tools = $(".tools", card);
  card.insertBefore(controls, tools);
  if (tools) $(".decide", card).append(tools);
  for (const button of all(".verdicts button", card)) button.addEventListener("click", () => toggleStatus(card, button.dataset.status));
  for (const field of all("[data-field]", card)) field.addEventListener("input", () => decide(card, { [field.dataset.field]: field.value }));
  mark(card);
}

function download() {
  const decisions = [...store.entries.values()].sort((a, b) => compare(a.conflict, b.conflict));
  const text = JSON.stringify({ format: "factcheck-decisions", version: 1, decisions }, null, 2);
  const link = element("a", { href: URL.createObjectURL(new Blob([`${text}\n`], { type: "application/json" })), download: "decisions.json" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  tell(`${decisions.length} decisions downloaded`);
}

async function load(file) {
  let found;
  try { found = JSON.parse(await file.text()); } catch { found = null; }
  if (found?.format !== "factcheck-decisions" || found.version !== 1 || !Array.isArray(found.decisions)) {
    tell(`${file.name} is no file of decisions that this page knows`);
    return;
  }
  store.merge(found.decisions);
  store.keep();
  cards.forEach(mark);
  count();
  finder.show();
  const known = new Set([...records.keys()].map((id) => id.slice(2)));
  const stale = found.decisions.filter((decision) => !known.has(decision.conflict)).length;
  tell(`${found.decisions.length - stale} decisions loaded${stale ? `, ${stale} about what is not in this report` : ""}`);
}

const tell = (message) => { $("#shown").textContent = message; };
