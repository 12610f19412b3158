// The whole article of a passage, beside its conflict. Without a script the same link leads to the article below.
function readWhole(link) {
  const id = decodeURIComponent(link.hash.slice(1));
  const article = document.getElementById(`a-${id.slice(2).split(":")[0]}`);
  if (!article) return false;
  unpack(article);
  const place = document.getElementById(id);
  const copy = $(".text", article).cloneNode(true);
  const here = $(`[id="${CSS.escape(place.id)}"]`, copy);
  let claim = here.nextElementSibling;
  while (claim && !claim.classList.contains("claim")) claim = claim.nextElementSibling;
  claim?.classList.add("here");
  for (const anchor of all("[id]", copy)) anchor.removeAttribute("id");
  $("#reader-h").textContent = `${$(".outlet", article).textContent}: ${$(".headline", article).textContent}`;
  const body = $("#reader .body");
  body.replaceChildren($(".origin", article).cloneNode(true), copy);
  $("#reader").showModal();
  body.scrollTop = 0;
  claim?.scrollIntoView({ block: "center", behavior: "instant" });
  return true;
}
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.whole");
  if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey && readWhole(link)) event.preventDefault();
});
