// Both whole articles of a conflict beside each other. Without a script the same link leads to the article below.
const reader = { panes: [], shared: [], at: 0 };

function articleOf(link) {
  const id = decodeURIComponent(link.hash.slice(3));
  return byId(`a-${link.hash[1] === "d" ? id.split("-")[0] : id.split(":")[0]}`);
}

// The article on the other side of what a link belongs to: of another reading, or at least another article.
function opposite(link) {
  const around = link.closest(".card, .fact");
  const own = articleOf(link);
  const others = around ? all("a.whole", around).filter((other) => articleOf(other) !== own) : [];
  const apart = others.find((other) => other.closest(".side, td") !== link.closest(".side, td"));
  return (apart ?? others[0]) && articleOf(apart ?? others[0]);
}

const sidesOf = (text) => new Map(all("mark[data-c]", text).flatMap((mark) => mark.dataset.c.split(" ").map((side) => side.split(":"))));

async function pane(article) {
  await unpack(article);
  const text = $(".text", article).cloneNode(true);
  const heading = element("h3", {}, `${$(".outlet", article).textContent}: ${$(".headline", article).textContent}`);
  const body = element("section", { className: "body", tabIndex: 0 }, heading, $(".origin", article).cloneNode(true), text);
  body.setAttribute("role", "region");
  body.setAttribute("aria-label", heading.textContent);
  return body;
}

async function readWhole(link) {
  reader.panes = await Promise.all([articleOf(link), opposite(link)].filter(Boolean).map(pane));
  const [one, two] = reader.panes.map(sidesOf);
  reader.shared = [...one.keys()].filter((id) => !two || (two.has(id) && two.get(id) !== one.get(id)));
  for (const mark of reader.panes.flatMap((body) => all("mark[data-c]", body))) {
    if (!mark.dataset.c.split(" ").some((side) => reader.shared.includes(side.split(":")[0]))) mark.replaceWith(...(mark.matches(".gap") ? [] : mark.childNodes));
  }
  $("#reader .panes").replaceChildren(...reader.panes);
  $("#reader").showModal();
  const conflict = link.closest(".card")?.id.slice(2) ?? $("a[href^='#c-']", link.closest(".fact") ?? $("template").content)?.hash.slice(3);
  const known = reader.shared.indexOf(conflict);
  const place = reader.panes[0].querySelector(`[id="${CSS.escape(decodeURIComponent(link.hash.slice(1)))}"]`);
  for (const anchor of all("[id]", $("#reader .panes"))) anchor.removeAttribute("id");
  if (known >= 0) turn(known); else point([place?.nextElementSibling], "");
  $("#before").disabled = $("#behind").disabled = reader.shared.length < 2;
}

// Goes to a disagreement of the two, in both articles.
function turn(to) {
  reader.at = (to + reader.shared.length) % reader.shared.length;
  const id = reader.shared[reader.at];
  const marks = reader.panes.flatMap((body) => all("mark[data-c]", body).filter((mark) => mark.dataset.c.split(" ").some((side) => side.startsWith(`${id}:`))));
  point(marks, `${reader.at + 1} of ${reader.shared.length}`);
  const card = byId(`c-${id}`);
  $("#reader-h").textContent = card ? $("h4", card).textContent : "Side by side";
}

function point(marks, told) {
  for (const old of all("#reader .here")) old.classList.remove("here");
  const found = marks.filter(Boolean);
  for (const mark of found) mark.classList.add("here");
  for (const body of reader.panes) {
    body.scrollTop = 0;
    const first = found.find((mark) => body.contains(mark));
    if (first) body.scrollTop = first.getBoundingClientRect().top - body.getBoundingClientRect().top - body.clientHeight / 3;
  }
  $("#reader-at").textContent = told;
}

$("#before").addEventListener("click", () => turn(reader.at - 1));
$("#behind").addEventListener("click", () => turn(reader.at + 1));
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.whole");
  if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey && articleOf(link)) { event.preventDefault(); readWhole(link); }
});
