"""Acts that one article tells and another denies, or tells the contrary of."""

import pytest

from factcheck.alignment.acts import EXCLUDED, NEGATED, acts_of, group_acts
from pages import page

REST = " The hull lies in the yard at Kelmouth. Crews from Dunmore guard its cabins. Rain fell for hours."


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Inspectors cleared the ferry.", [("cleared", False)]),
        ("Inspectors never cleared the ferry.", [("never cleared", True)]),
        ("Inspectors did not clear the ferry.", [("not clear", True)]),
        ("Inspectors didn't clear the ferry.", [("didn't clear", True)]),
        ("Inspectors failed to clear the ferry.", [("failed", False), ("failed to clear", True)]),
        ("Inspectors never came, but cleared it.", [("never came", True), ("cleared", False)]),
        ("Shops that failed tests closed.", [("closed", False)]),
        ("Inspectors did not fail to clear it.", [("not fail", True), ("not fail to clear", False)]),
        ("“We cleared the ferry on our own,” Ida Falk said.", []),
        ("Ida Falk said they had not sold the ferry.", [("not sold", True)]),
        ("The ferry is not green.", [("not green", True)]),
        ("A green ferry.", []),
    ],
)
def test_acts(text, acts):
    own = page("a", text)
    assert [(own.article.text[act.span.start : act.span.end], act.denied) for act in acts_of(own)] == acts


def contrary(one, other):
    a, b = page("a", one + REST), page("b", other + REST)
    found = []
    for group in group_acts([a, b]):
        for link in group.links:
            spans = zip((a, b), link.values, strict=True)
            found.append((*link.evidence, *(own.article.text[s.start : s.end] for own, s in spans)))
    return found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Guards cleared the ferry.", "Guards never cleared the ferry.", [(NEGATED, "cleared", "never cleared")]),
        ("The court approved the plan.", "The court rejected the plan.", [(EXCLUDED, "approved", "rejected")]),
        ("The jury convicted the baker.", "The jury acquitted the baker.", [(EXCLUDED, "convicted", "acquitted")]),
        ("The union accepted the offer.", "The union did not accept it.", [(NEGATED, "accepted", "not accept")]),
        ("The union accepted the offer.", "The union did not accept the offer.", [(NEGATED, "accepted", "not accept")]),
        ("The court approved the plan.", "The court approved the plan.", []),
        ("The court did not approve the plan.", "The court rejected the plan.", []),
        ("The court never approved the plan.", "The court did not approve the plan.", []),
        ("Quill approved the plan.", "A court in Osterby rejected the plan of Marsh.", []),
        ("Inspectors cleared the ferry.", "The band never cleared customs.", []),
        ("The harbor opened a kiosk for tourists from abroad.", "A gardener never opened his mail that winter.", []),
        ("The jury rejected the plan.", "The jury didn't reject it.", [(NEGATED, "rejected", "didn't reject")]),
        ("The court rejected the plan. It did not reject the plan.", "The court did not reject the plan.", []),
    ],
)  # fmt: skip
def test_contrary_acts(one, other, found):
    assert contrary(one, other) == found
    assert sorted(contrary(other, one)) == sorted((kind, y, x) for kind, x, y in found)
