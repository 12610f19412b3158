"""Titles that a sentence gives somebody by "he" or "she"."""

import pytest

from factcheck.extraction.claims import extract
from factcheck.models import Article

ROWS = [
    ("Carla Ruiz spoke on Monday. She has been head teller since 2019.", ["Carla Ruiz|head teller"]),
    ("Carla Ruiz wept. She is the bank's head teller, and has a son.", ["Carla Ruiz|head teller"]),
    ("Tom Hale met Anna Bos on Monday. He is the mayor of Lund.", ["Tom Hale|mayor of Lund"]),
    ("Anselmo Dias is loved here. Now dean of Elvas, he had driven all day.", ["Anselmo Dias|dean of Elvas"]),
    ("Tom Hale said so. He chairs the town council.", ["Tom Hale|chairs the town council"]),
    ("Tom Hale came. He serves as treasurer of the Elm Trust.", ["Tom Hale|treasurer of the Elm Trust"]),
    ("Tom Hale resigned. He was mayor for ten years.", []),
    ("Nobody knew Tom Hale. It is the mayor of Lund who pays.", []),
    ("“He is the chief,” Tom Hale said.", []),
    ("Tom Hale has been coroner since 2011.", ["Tom Hale|coroner"]),
    ("Tom Hale was coroner in 2011.", []),
    ("Tom Hale stepped down as coroner.", []),
    ("Tom Hale has been fired as head coach of Elm Town.", []),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_titles(text, wanted):
    claims = extract(Article(id="a", text=text, source="Lund Post"))
    held = ((c.subject, c.title) for c in claims if c.subject and c.title and c.title.asserted)
    assert [f"{subject.name}|{title.text}" for subject, title in held] == wanted


def test_whom_a_pronoun_means_is_said_to_be_by_pronoun():
    claims = extract(Article(id="a", text=ROWS[0][0], source="Lund Post"))
    (who,) = (c.subject for c in claims if c.title and c.subject)
    assert (who.mention.text, who.resolved_by) == ("She", "pronoun")
    assert any(c.subject and c.subject.resolved_by == "name" for c in claims)
