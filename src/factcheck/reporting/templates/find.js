// Finding: words and tokens such as kind:title, with counts, an order, and both in the address.
const FIELDS = { kind: "kind", nature: "nature", sev: "severity", severity: "severity", src: "sources", source: "sources", person: "people", status: "status", pair: "pairs" };
const ORDERS = {
  severity: () => 0,
  confidence: (a, b) => b.facts.confidence - a.facts.confidence,
  latest: (a, b) => compare(b.facts.latest, a.facts.latest),
  subject: (a, b) => a.facts.subject.localeCompare(b.facts.subject),
  kind: (a, b) => compare(a.facts.kind, b.facts.kind),
};
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[“”„«»]/g, '"').replace(/[‘’]/g, "'");
const texts = new WeakMap();
// The rows of the sheets are found like entries, but counted nowhere.
const rows = all(".fact, .alone");
rows.forEach((row) => { row.facts = { card: row, kind: row.dataset.kind, sources: row.dataset.sources, people: row.dataset.people }; });
const LISTS = [[disagreements, "disagreements"], [possible, "to look at"], [agreements, "agreements"], [people, "people"]];
const KNOWN = { severity: ["high", "medium", "low"], status: ["open", "confirmed", "dismissed", "needs work"] };
for (const field of ["kind", "nature"]) KNOWN[field] = [...new Set(ranked.map((record) => record[field]))].sort();

function parse(query) {
  const tokens = [];
  for (const [, minus, name, quoted, word] of query.replace(/[“”„«»]/g, '"').matchAll(/(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/gi)) {
    const field = FIELDS[name?.toLowerCase()];
    const value = quoted ?? word;
    tokens.push({ not: minus === "-", field, value: plain(field || !name ? value : `${name}:${value}`) });
  }
  return tokens;
}

const values = new WeakMap();
function valueOf(record, field) {
  if (field === "status") return record.id?.startsWith("c-") ? statusOf(record) : "none";
  if (!values.has(record)) values.set(record, {});
  return (values.get(record)[field] ??= plain(record[field] ?? ""));
}

const NAMED = { amp: "&", lt: "<", gt: ">", "#34": '"', "#39": "'" };
function textOf(card) {
  const packed = $(":scope > noscript", card);
  if (!packed) return card.textContent;
  const inside = packed.textContent.replace(/<[^>]*>/g, " ").replace(/&(amp|lt|gt|#34|#39);/g, (_, name) => NAMED[name]);
  return `${$("summary", card).textContent} ${inside}`;
}

function holds(record, token) {
  if (token.field === "pairs") return record.pairs?.some((pair) => plain(pair) === token.value) ?? false;
  if (token.field) {
    const value = valueOf(record, token.field);
    return token.field === "sources" || token.field === "people" ? value.includes(token.value) : value.startsWith(token.value);
  }
  if (!texts.has(record)) texts.set(record, plain(textOf(record.card).replace(/\s+/g, " ")));
  return texts.get(record).includes(token.value) || plain(noteOf(record.card)).includes(token.value);
}

// Tokens of one field are alternatives; words and different fields must all hold.
function matches(record, tokens, except) {
  const either = {};
  for (const token of tokens) {
    if (token.field && token.field === except) continue;
    const held = holds(record, token);
    if (token.not ? held : !token.field && !held) return false;
    if (token.field && !token.not) either[token.field] = either[token.field] || held;
  }
  return Object.values(either).every(Boolean);
}

// What can be asked of a field, where nothing in the report begins like what was asked.
function hint(tokens) {
  const odd = tokens.find(({ field, value }) => KNOWN[field] && !KNOWN[field].some((known) => plain(known).startsWith(value)));
  return odd ? `. There is no such ${odd.field}: ${KNOWN[odd.field].join(", ")}` : "";
}

const finder = {
  show() {
    const tokens = parse($("#find").value);
    if (tokens.length) layOut();
    const held = document.activeElement?.closest?.("#conflicts .card");
    for (const entry of [...entries, ...people]) entry.hidden = !matches(entry.facts, tokens);
    for (const row of rows) row.hidden = !matches(row.facts, tokens);
    // What is found in a folded sheet or list shows as long as it is looked for.
    for (const fold of all(".sheet, .story .only, .story .rest")) {
      const found = tokens.length > 0 && $(".fact:not([hidden]), .alone:not([hidden]), .card:not([hidden])", fold);
      if (found && !fold.open) fold.dataset.found = "";
      if (found || "found" in fold.dataset) fold.open = Boolean(found);
      if (!found) delete fold.dataset.found;
    }
    // What holds nothing that is found goes with it.
    for (const part of all(".part, .story, #people")) part.hidden = tokens.length > 0 && !$(".card:not([hidden]), .person:not([hidden]), .fact:not([hidden]), .alone:not([hidden])", part);
    const told = LISTS.filter(([list]) => list.length).map(([list, name]) => {
      const number = list.filter((entry) => !entry.hidden).length;
      return `${number.toLocaleString("en")} of ${list.length.toLocaleString("en")} ${name}`;
    });
    $("#shown").textContent = tokens.length ? `${told.join(", ")}${hint(tokens)}` : "";
    $("#nothing").hidden = [...entries, ...people].some((entry) => !entry.hidden);
    this.count(tokens);
    this.remember();
    // What had the focus may be gone now: its neighbour takes over, so that no one is thrown to the page's top.
    if (held?.hidden) {
      const listed = this.listed();
      const behind = listed.find((card) => held.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING);
      const next = behind ?? listed.at(-1);
      if (next) visit(next); else $("#find").focus();
    }
  },
  listed() { return all("#conflicts .card:not(.agreed)").filter((card) => !card.hidden); },
  count(tokens) {
    const tallies = {};
    for (const field of ["severity", "kind", "status"]) {
      const tally = (tallies[field] = new Map());
      for (const record of conflicts) {
        if (matches(record, tokens, field)) tally.set(valueOf(record, field), (tally.get(valueOf(record, field)) ?? 0) + 1);
      }
    }
    for (const chip of all("#chips button")) {
      const { field, value } = chip.dataset;
      const number = tallies[field].get(value) ?? 0;
      const pressed = tokens.some((token) => !token.not && token.field === field && token.value === value);
      $("b", chip).textContent = number.toLocaleString("en");
      chip.setAttribute("aria-pressed", String(pressed));
      chip.disabled = number === 0 && !pressed;
    }
  },
  sort() {
    layOut();
    const order = ORDERS[$("#sort").value];
    const sorted = [...disagreements].sort((a, b) => order(a, b) || a.facts.rank - b.facts.rank);
    for (const card of sorted) card.parentElement.append(card);
  },
  remember() {
    const state = new URLSearchParams();
    if ($("#find").value.trim()) state.set("find", $("#find").value.trim());
    if ($("#sort").value !== "severity") state.set("sort", $("#sort").value);
    const wanted = state.size ? `#${state}` : "";
    const own = location.hash === "" || /^#(find|sort)=/.test(location.hash);
    if (own && location.hash !== wanted) history.replaceState(null, "", wanted || "#conflicts");
  },
  restore() {
    if (/^#(find|sort)=/.test(location.hash)) {
      const state = new URLSearchParams(location.hash.slice(1));
      $("#find").value = state.get("find") ?? "";
      $("#sort").value = state.get("sort") in ORDERS ? state.get("sort") : "severity";
      this.sort();
    }
    this.show();
    const linked = /^#[cgp]-/.test(location.hash) && byId(location.hash.slice(1));
    if (linked?.hidden) { $("#find").value = ""; this.show(); }
    openLinked();
  },
};

function toggle(field, value) {
  const token = `${field === "severity" ? "sev" : field}:${/\s/.test(value) ? `"${value}"` : value}`;
  const input = $("#find");
  const rest = input.value.split(token).map((part) => part.trim()).filter(Boolean).join(" ");
  input.value = input.value.includes(token) ? rest : `${input.value.trim()} ${token}`.trim();
  finder.show();
}

function chips() {
  const kinds = [...new Set(conflicts.map((record) => record.kind))].sort();
  const facets = { severity: KNOWN.severity, kind: kinds, status: KNOWN.status };
  for (const [field, values] of Object.entries(facets)) {
    const row = element("div", { className: "facet" });
    row.setAttribute("role", "group");
    row.setAttribute("aria-label", field);
    for (const value of values) {
      const chip = element("button", { type: "button", className: "chip" }, `${value} `, element("b"));
      Object.assign(chip.dataset, { field, value });
      chip.addEventListener("click", () => toggle(field, value));
      row.append(chip);
    }
    $("#chips").append(row);
  }
}
