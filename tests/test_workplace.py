"""The report's page at work: finding, keys, decisions, whole articles, in Chromium as a reviewer would use it."""

import json

import pytest

from browser import renewed
from factcheck.reporting.decisions import Decision, load_decisions
from factcheck.reporting.environment import LOOKS, PRINTED, ROWS
from factcheck.reporting.index import Index, articles_of
from factcheck.reporting.view import EAGER, ROOMY
from sample import LEDGER, POST, WIRE, sample

pytestmark = pytest.mark.browser
RANKED = Index(sample()).ranked


@pytest.fixture(scope="module")
def sample_window(keep):
    return keep(sample())


@pytest.fixture
def page(sample_window):
    """The page of the sample."""
    return renewed(sample_window)


@pytest.fixture(scope="module")
def long_window(keep):
    return keep(long_report())


@pytest.fixture
def long_page(long_window):
    """The page of a long report."""
    return renewed(long_window)


@pytest.fixture(scope="module")
def idle_window(keep):
    """A long report in a browser that never has time to lay out what is text at first."""
    page = keep(long_report())
    page.add_init_script("globalThis.requestIdleCallback = () => {}")
    return page


def visible(page):
    return page.locator(".conflict:visible").count()


def focused(page):
    return page.evaluate("document.activeElement.closest('.card')?.id")


def shows(page, query, number):
    """Waits until so many entries show for this query: browsers tell a page a moment later that a link was followed."""
    page.wait_for_function(
        """([query, number]) => $("#find").value === query
        && all(".conflict").filter((card) => card.checkVisibility()).length === number""",
        arg=[query, number],
        timeout=10_000,
    )


def reload_until(page, stored):
    """Loads the page anew: the browser hands what a page stores to the next one a moment later."""
    for _ in range(60):
        page.reload()
        if page.evaluate(stored):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never came to be: {stored}")


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("", 10),
        ("kind:wording", 3),
        ("kind:wording kind:title", 4),
        ("kind:wording sev:high", 1),
        ("sev:h", 4),
        ("severity:low", 2),
        ("-kind:wording", 7),
        ('src:"evening post"', 9),
        ("source:standard", 2),
        ("person:weyl", 3),
        ("nature:truncated", 1),
        ("status:open", 10),
        ("status:confirmed", 0),
        ("PUMPS", 4),
        ("“no ellipsis says”", 1),
        ("kept -calm", 0),
        ("colour:red", 0),
        ('"unclosed', 0),
        ("kind:", 0),
        ("\\ [ ( * <b>", 0),
    ],
)
def test_find(page, query, number):
    page.fill("#find", query)
    expected = sum(1 for _ in RANKED) if not query else number
    assert visible(page) == expected
    shown = page.locator("#shown").inner_text()
    assert shown.startswith(f"{expected} of 10 disagreements, " if query else "")
    assert page.locator("#nothing").is_visible() == (page.locator(".card:visible, .person:visible").count() == 0)
    assert page.complaints == []


def test_find_goes_through_agreements_and_people(page):
    page.fill("#find", "kind:wording src:standard")
    assert page.locator("#shown").inner_text() == (
        "1 of 10 disagreements, 0 of 1 to look at, 1 of 2 agreements, 0 of 3 people"
    )
    page.fill("#find", "person:weyl -kind:name")
    assert page.locator(".person:visible h3").all_inner_texts() == ["Thomas Weil"]
    assert not page.locator(".maybe").is_visible()


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("sev:grave", "no such severity: high, medium, low"),
        ("status:done", "no such status: open, confirmed, dismissed, needs work"),
        ("kind:colour", "no such kind: date, name, negation, place, quantity, speaker, title, wording"),
    ],
)
def test_what_cannot_be_asked_is_told(page, query, told):
    page.fill("#find", query)
    assert told in page.locator("#shown").inner_text()


@pytest.mark.parametrize("place", ["c-0123456789ab", "p-0123456789ab", "s-nowhere", "a-gone"])
def test_a_link_to_what_is_not_there_says_so(page, place):
    assert not page.locator("#missing").is_visible()
    page.evaluate(f"location.hash = '#{place}'")
    page.get_by_text(f"This report has no entry {place}").wait_for()


def test_decisions_are_counted_and_taken_back(page):
    progress, undo = page.locator("#progress"), page.locator("#undo")
    assert progress.inner_text() == "0 of 10 decided"
    assert undo.is_disabled()
    page.locator(f"#c-{RANKED[0].id}").get_by_role("button", name="Confirm").click()
    assert progress.inner_text() == "1 of 10 decided"
    assert page.locator("#s-5ca1ab1e0000 h3 .progress").inner_text() == "1 of 10 decided"
    assert focused(page) == f"c-{RANKED[1].id}"
    maybe = page.locator(".maybe")
    maybe.locator("summary").first.click()
    maybe.get_by_role("button", name="Dismiss").click()
    assert progress.inner_text() == "1 of 10 decided"
    undo.click()
    undo.click()
    assert progress.inner_text() == "0 of 10 decided"
    assert undo.is_disabled()


def test_find_unfolds_what_one_source_alone_tells_as_long_as_it_is_looked_for(page):
    alone = page.locator(".only", has_text="second fire")
    assert not alone.evaluate("fold => fold.open")
    page.fill("#find", "“second fire on the line”")
    assert alone.locator(".alone:visible").count() == 1
    page.fill("#find", "")
    assert not alone.evaluate("fold => fold.open")


def test_more_less_sure_differences_than_fit_fold_away_and_are_found(show):
    (maybe,) = sample().possible
    many = [maybe.model_copy(update={"id": f"{n:012x}", "subject": f"subject {n}"}) for n in range(LOOKS + 3)]
    page = show(sample().model_copy(update={"possible": tuple(many)}))
    assert page.locator(".maybe:visible").count() == LOOKS
    assert page.get_by_text("3 more that are less sure").is_visible()
    page.fill("#find", f'"subject {LOOKS + 1}"')
    assert page.locator(".maybe:visible").count() == 1
    page.fill("#find", "")
    page.evaluate(f"visit(document.getElementById('c-{LOOKS + 2:012x}'))")
    assert page.locator(".maybe:visible").count() == LOOKS + 3


def test_numbers_of_the_overview_lead_to_what_they_count(page):
    page.locator(".tally").get_by_role("link").first.click()
    shows(page, "kind:wording sev:high", 1)


def test_cells_of_the_matrix_lead_to_the_disagreements_they_count(page):
    cells = page.locator(".matrix [data-pair]")
    numbers = [int(text) for text in cells.locator("text").all_text_contents()]
    assert len(numbers) == 2 * page.locator(".pairs li").count()
    for place, number in enumerate(numbers):
        pair = cells.nth(place).get_attribute("data-find")
        assert pair.startswith('pair:"')
        cells.nth(place).locator("text").click()
        shows(page, pair, number)
    page.locator(".tally tfoot").get_by_role("link").last.click()
    shows(page, "", 10)
    assert page.complaints == []


def test_the_list_of_pairs_shows_while_the_focus_is_in_it(page):
    link = page.locator(".pairs a").first
    link.focus()
    assert link.bounding_box()["width"] > 100
    link.press("Enter")
    pair = link.locator("..").get_attribute("data-find")
    shows(page, pair, int(link.locator("b").inner_text()))
    page.evaluate("document.activeElement.blur()")
    assert page.locator(".pairs").bounding_box()["width"] <= 1


def test_heads_of_the_sheet_lead_to_articles_and_rows_to_entries(page):
    page.locator(".facts-table thead").first.get_by_role("link", name="Coastal Wire").click()
    page.locator(f"#a-{WIRE.id}[open] .text").wait_for()
    page.locator(".fact.agree").first.get_by_role("link", name="entry").click()
    page.locator(".agreed[open] .sides").wait_for()


def test_chips_count_and_filter(page):
    chip = page.get_by_role("button", name="high 4")
    chip.click()
    assert (visible(page), page.input_value("#find")) == (4, "sev:high")
    assert page.get_by_role("button", name="wording 1").is_visible()
    page.get_by_role("button", name="wording 1").click()
    assert visible(page) == 1
    page.get_by_role("button", name="high 1").click()
    assert (visible(page), page.input_value("#find")) == (3, "kind:wording")


@pytest.mark.parametrize("order", ["severity", "confidence", "latest", "subject", "kind"])
def test_sort(page, order):
    page.select_option("#sort", order)
    found = [card.removeprefix("c-") for card in page.eval_on_selector_all(".conflict", "cs => cs.map(c => c.id)")]
    index = Index(sample())
    keys = {
        "severity": lambda _: 0,
        "confidence": lambda c: -c.confidence,
        "latest": lambda c: [-ord(x) for x in index.latest(c)],
        "kind": lambda c: c.kind,
    }
    if order in keys:
        assert found == [c.id for c in sorted(RANKED, key=keys[order])]
    else:
        assert sorted(found) == sorted(c.id for c in RANKED)


def test_filters_live_in_the_address(page):
    page.fill("#find", 'kind:wording src:"Evening Post"')
    page.select_option("#sort", "confidence")
    address = page.evaluate("location.href")
    again = page.context.new_page()
    again.goto(address)
    assert again.input_value("#find") == 'kind:wording src:"Evening Post"'
    assert again.input_value("#sort") == "confidence"
    assert visible(again) == 2


def test_permalink_opens_its_conflict(page):
    last = RANKED[-1].id
    page.evaluate("for (const fold of document.querySelectorAll('.card')) fold.open = false")
    page.fill("#find", "kind:quantity")
    page.evaluate(f"location.hash = '#c-{last}'")
    card = page.locator(f"#c-{last}")
    card.locator(".sides").wait_for(state="visible")
    assert page.evaluate(f"document.getElementById('c-{last}').getBoundingClientRect().top < innerHeight")


def test_keys_walk_and_decide(page):
    page.keyboard.press("j")
    assert focused(page) == f"c-{RANKED[0].id}"
    page.keyboard.press("j")
    page.keyboard.press("c")
    assert focused(page) == f"c-{RANKED[2].id}"
    page.keyboard.press("d")
    assert focused(page) == f"c-{RANKED[3].id}"
    assert not page.locator(f"#c-{RANKED[2].id}").evaluate("card => card.open")
    page.keyboard.press("k")
    assert focused(page) == f"c-{RANKED[2].id}"
    states = page.eval_on_selector_all(".conflict", "cs => cs.map(c => c.dataset.status ?? 'open')")
    assert states[:4] == ["open", "confirmed", "dismissed", "open"]
    page.keyboard.press("u")
    assert page.locator(f"#c-{RANKED[2].id}").get_attribute("data-status") == "open"


def test_a_decision_out_of_sight_hands_the_focus_on(page):
    page.fill("#find", "status:open")
    page.keyboard.press("Enter")
    page.keyboard.press("c")
    assert visible(page) == 9
    assert focused(page) == f"c-{RANKED[1].id}"


def test_keys_write_into_fields_and_can_be_turned_off(page):
    page.fill("#find", "")
    page.type("#find", "cdw?")
    assert page.input_value("#find") == "cdw?"
    page.keyboard.press("Escape")
    assert page.input_value("#find") == ""
    page.locator("h1").click()
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.get_by_label("Single keys are on").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert focused(page) is None
    page.keyboard.press("?")
    assert not page.locator("#help").is_visible()
    reload_until(page, "memory.get('single') === false")
    page.keyboard.press("j")
    assert focused(page) is None


def test_decisions_go_out_and_come_back(show, tmp_path):
    page = show(sample())
    page.fill("#reviewer", "R. Viewer")
    card = page.locator(f"#c-{RANKED[0].id}")
    card.get_by_label("Note").fill("seen <b>in print</b>")
    card.get_by_role("button", name="Confirm").click()
    page.locator(f"#c-{RANKED[1].id}").get_by_role("button", name="Needs work").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download decisions").click()
    path = tmp_path / "decisions.json"
    waiting.value.save_as(path)
    first, second = sorted(load_decisions(path), key=lambda d: d.status)
    assert (first.conflict, first.status, first.note, first.reviewer) == (
        RANKED[0].id,
        "confirmed",
        "seen <b>in print</b>",
        "R. Viewer",
    )
    assert (second.conflict, second.status, second.summary) == (RANKED[1].id, "needs work", RANKED[1].summary)

    reload_until(page, "memory.get(store.name) !== null")
    assert card.get_attribute("data-status") == "confirmed"

    stale = {**json.loads(path.read_text(encoding="utf-8"))}
    stale["decisions"].append({"conflict": "000000000000", "status": "dismissed"})
    path.write_text(json.dumps(stale), encoding="utf-8")
    other = show(sample())
    assert other.locator(f"#c-{RANKED[0].id}").get_attribute("data-status") is None
    other.set_input_files("#load", path)
    other.get_by_text("2 decisions loaded, 1 about what is not in this report").wait_for()
    assert other.locator(f"#c-{RANKED[0].id}").get_attribute("data-status") == "confirmed"
    assert other.locator(f"#c-{RANKED[0].id} textarea").input_value() == "seen <b>in print</b>"


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", '{"format": "factcheck-decisions", "version": 2, "decisions": []}']
)
def test_a_foreign_file_is_refused(page, tmp_path, content):
    path = tmp_path / "other.json"
    path.write_text(content, encoding="utf-8")
    page.set_input_files("#load", path)
    page.get_by_text("other.json is no file of decisions that this page knows").wait_for()
    assert page.complaints == []


def test_merged_decisions_show_without_javascript(show):
    made = Decision(conflict=RANKED[0].id, status="confirmed", note="seen in print", reviewer="R. Viewer")
    gone = Decision(conflict="000000000000", status="dismissed", summary="Two sources differ.")
    page = show(sample().decided([made, gone]), java_script_enabled=False)
    card = page.locator(f"#c-{RANKED[0].id}")
    assert card.locator(".status").inner_text() == "✓ confirmed"
    card.locator("summary").first.click()
    assert page.get_by_text("confirmed by R. Viewer: seen in print").is_visible()
    assert page.locator("#conflicts").get_by_text("Two sources differ.").is_visible()


def test_a_decision_on_other_articles_is_marked_until_it_is_made_anew(show):
    made = Decision(conflict=RANKED[0].id, status="confirmed", note="by ear", articles=("gone",))
    older = Decision(conflict=RANKED[1].id, status="confirmed")
    page = show(sample().decided([made, older]))
    card, other = (page.locator(f"#c-{conflict.id}") for conflict in RANKED[:2])
    mark = card.locator("summary").get_by_text("decided on other articles")
    assert mark.is_visible()
    assert other.get_by_text("decided on other articles").count() == 0
    card.locator("summary").first.click()
    card.get_by_label("Note").fill("by ear, twice")
    assert mark.is_visible()
    card.get_by_role("button", name="Dismiss").click()
    assert mark.count() == 0
    kept = page.evaluate(f"store.entries.get('{RANKED[0].id}').articles")
    assert kept == sorted(articles_of(RANKED[0]))
    page.get_by_role("button", name="Undo").click()
    assert mark.is_visible()


def test_the_whole_article_opens_beside_its_conflict(page):
    link = page.locator(f"#c-{RANKED[0].id} a.whole").first
    link.click()
    reader = page.locator("#reader")
    assert LEDGER.title in reader.inner_text()
    assert POST.title in reader.inner_text()
    assert reader.locator(".here").all_inner_texts() == [", every pump", "every pump"]
    assert reader.locator("#reader-at").inner_text() == "2 of 9"
    assert reader.locator("mark").count() > 9
    page.keyboard.press("Escape")
    assert not reader.is_visible()
    assert link.evaluate("link => link === document.activeElement")


def test_the_reader_goes_through_what_two_articles_differ_in(page):
    page.locator(f"#c-{RANKED[1].id} a.whole").first.click()
    reader = page.locator("#reader")
    seen = [reader.locator("#reader-h").inner_text()]
    for _ in range(8):
        reader.get_by_role("button", name="Next").click()
        seen.append(reader.locator("#reader-h").inner_text())
        assert reader.locator(".here").count() >= 1
    assert len(set(seen)) == 9
    assert seen[0] == RANKED[1].summary
    reader.get_by_role("button", name="Previous").click()
    assert reader.locator("#reader-h").inner_text() == seen[-2]
    assert page.complaints == []


def test_a_cell_of_the_sheet_leads_to_both_articles(page):
    page.locator(".fact.disagree a.whole").first.click()
    assert page.locator("#reader .body").count() == 2
    assert page.locator("#reader .here").count() >= 1


def test_scores_can_be_hidden(page):
    page.get_by_label("Hide scores").check()
    assert page.locator(".score:visible").count() == 0
    assert page.locator(".conflict .severity:visible, .maybe .severity:visible, .grade:visible").count() == 0
    assert page.locator(".counts .high:visible").count() == 0
    assert page.locator("#progress").is_visible()


def long_report():
    first = RANKED[0]
    many = [first.model_copy(update={"id": f"{n:012x}", "confidence": 1 - n / 1000}) for n in range(ROOMY)]
    return sample().model_copy(update={"conflicts": tuple(many)})


def test_a_long_report_lays_out_what_is_opened(show):
    page = show(long_report())
    first, card = page.locator("#c-000000000000"), page.locator(f"#c-{EAGER + 3:012x}")
    assert first.locator(".sides").count() == 1
    card.wait_for()
    assert card.locator(".sides").count() == 0
    page.fill("#find", "“pumps are missing”")
    assert visible(page) == ROOMY
    page.fill("#find", "")
    card.locator("summary").click()
    assert card.locator("mark").first.inner_text() == ", every pump"
    card.locator("a.whole").first.click()
    assert page.locator("#reader .here").first.inner_text() == ", every pump"
    page.keyboard.press("Escape")
    card.get_by_role("button", name="Confirm").click()
    page.locator("h1").click()
    page.keyboard.press("n")
    page.keyboard.type("a note")
    assert page.locator(f"#c-{EAGER + 4:012x} textarea").input_value() == "a note"
    assert page.complaints == []


ASKING = {
    "a search": "document.querySelector('#find').value = 'kind:wording'; finder.show()",
    "an order": "document.querySelector('#sort').value = 'confidence'; finder.sort()",
    "a decision": "toggleStatus(cards[0], 'confirmed')",
    "the next entry": "step(1)",
    "all to be open": "document.querySelector('#fold').click()",
    "an entry that is text yet": f"byId('c-{ROOMY - 1:012x}')",
    "a printer": "dispatchEvent(new Event('beforeprint'))",
}


@pytest.mark.parametrize("asking", ASKING)
def test_whatever_asks_for_all_entries_of_a_long_report_gets_them(idle_window, asking):
    page = renewed(idle_window)
    assert page.locator(".conflict").count() == EAGER
    assert page.locator("#progress").inner_text() == f"0 of {ROOMY} decided"
    assert page.locator("#chips").get_by_role("button", name=f"wording {ROOMY:,}").is_visible()
    page.evaluate(ASKING[asking])
    ids = page.locator(".conflict").evaluate_all("found => found.map(card => card.id)")
    assert ids == [f"c-{number:012x}" for number in range(ROOMY)]
    assert page.complaints == []


def test_a_decision_shows_on_an_entry_that_was_text_at_first(show):
    made = Decision(conflict=f"{ROOMY - 1:012x}", status="dismissed", note="one office")
    page = show(long_report().decided([made]))
    card = page.locator(f"#c-{ROOMY - 1:012x}")
    page.evaluate("settled")
    assert card.get_attribute("data-status") == "dismissed"
    assert page.locator("#progress").inner_text() == f"1 of {ROOMY} decided"
    card.locator("summary").click()
    assert card.get_by_label("Note").input_value() == "one office"


def test_a_link_to_a_person_opens_the_entry(page):
    person = page.locator("details.person").filter(has_text="Ines Corvane")
    assert not person.locator(".titles").is_visible()
    page.locator(f"#c-{RANKED[0].id}").get_by_role("link", name="Ines Corvane").click()
    person.locator(".titles").wait_for(state="visible")
    assert page.evaluate("document.activeElement.closest('.person')?.id") == person.get_attribute("id")
    again = page.context.new_page()
    again.goto(page.evaluate("location.href"))
    again.locator(".person[open] .line").wait_for(state="visible")
    again.locator(".person[open] a[href^='#c-']").last.click()
    again.locator(f"#c-{RANKED[-2].id} .sides").wait_for(state="visible")
    assert page.complaints == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_time_line_covers_nothing_and_keeps_inside(show, width):
    page = show(sample(), viewport={"width": width, "height": 800})
    page.evaluate("for (const fold of document.querySelectorAll('.person')) fold.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    boxes = page.eval_on_selector_all(
        ".person .line svg, .person .line > text",
        "all => all.map(e => e.getBoundingClientRect()).filter(b => b.width)"
        ".map(b => [b.left, b.top, b.right, b.bottom])",
    )
    assert len(boxes) > 8
    for n, (left, top, right, bottom) in enumerate(boxes):
        assert left >= 0
        assert right <= width
        for other in boxes[n + 1 :]:
            apart = other[0] >= right or other[2] <= left or other[1] >= bottom or other[3] <= top
            assert apart, (boxes[n], other)


def test_people_are_there_without_javascript(show):
    page = show(sample(), java_script_enabled=False)
    person = page.locator("details.person").filter(has_text="Ines Corvane")
    person.locator("summary").first.click()
    assert person.locator(".line").is_visible()
    assert person.locator(".titles").get_by_text("harbour director").is_visible()
    person.locator(".more summary").click()
    assert person.locator("mark").all_inner_texts() == [
        "acting harbour master",
        "acting harbour master",
        "harbour master",
        "Harbour master",
        "harbour director",
    ]


def test_a_long_report_packs_its_people(long_page):
    page = long_page
    person = page.locator("details.person").filter(has_text="Ines Corvane")
    assert person.locator(".titles").count() == 0
    person.locator("summary").first.click()
    person.locator(".titles").get_by_text("harbour director").wait_for()  # It is unpacked in the background.
    person.locator(".more summary").click()
    assert person.locator("mark.given").first.inner_text() == "acting harbour master"
    assert person.locator(".line use").count() == 4
    assert page.complaints == []


def test_a_long_report_tells_each_conflict_in_brief_without_javascript(show):
    page = show(long_report(), java_script_enabled=False)
    card = page.locator(f"#c-{ROOMY - 1:012x}")
    card.locator("summary").click()
    told = card.locator(".brief").inner_text()
    for text in (
        *(side.value for side in RANKED[0].sides),
        RANKED[0].explanation,
        "Aldine Evening Post, 15 March 2024",
    ):
        assert text in told
    assert card.locator("mark").first.inner_text() == ", every pump"
    assert "keeps the whole texts packed" in page.locator("#articles > noscript").first.inner_text()


def test_a_long_report_opens_at_a_linked_entry_and_prints_whole(long_page):
    page = long_page
    page.goto(f"{page.address}#c-000000000005")
    page.reload()
    card = page.locator("#c-000000000005")
    card.get_by_role("button", name="Confirm").wait_for()
    assert card.locator("blockquote").first.is_visible()
    page.evaluate("settled")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".conflict .sides").count() == ROOMY


@pytest.mark.parametrize(("folded", "printed"), [(PRINTED, True), (PRINTED + 1, False)])
def test_a_printer_gets_the_first_rows_of_a_long_sheet(show, folded, printed):
    title = next(conflict for conflict in RANKED if conflict.kind == "title")
    group = next(group for group in sample().groups if group.id == title.group_id)
    names = [f"{number:012x}" for number in range(ROWS + folded)]
    more = {
        "conflicts": tuple(title.model_copy(update={"id": name, "group_id": name}) for name in names),
        "groups": (*sample().groups, *(group.model_copy(update={"id": name}) for name in names)),
    }
    page = show(sample().model_copy(update={**more, "possible": (), "agreements": ()}))
    assert page.get_by_text(f"{folded} more facts").count() == 1
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    rest = page.locator(".sheet .rest")
    assert rest.evaluate("fold => fold.open") == printed
    assert rest.locator(".fact").last.is_visible() == printed
    assert rest.locator("summary").is_visible()


def test_a_browser_that_cannot_unpack_shows_entries_in_brief(show):
    page = show(long_report())
    page.add_init_script("delete globalThis.DecompressionStream")
    page.reload()
    page.evaluate("settled")
    card = page.locator(f"#c-{ROOMY - 1:012x}")
    card.locator("summary").click()
    assert card.locator("mark").first.inner_text() == ", every pump"
    card.get_by_role("button", name="Confirm").click()
    assert card.get_attribute("data-status") == "confirmed"
