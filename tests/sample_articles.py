"""The articles of the sample report. All of it is invented."""

from datetime import date

from factcheck.models import Article, Interval, Span


def on(year, month, day):
    return Interval(start=date(year, month, day), end=date(year, month, day))


LEDGER = Article(
    origin="stories/ledger.md",
    source="The Harbor Ledger",
    title="Ferry fire forces 214 ashore at Port Aldine",
    url="https://ledger.example/2024/ferry-fire",
    authors=("Mara Quill",),
    published=on(2024, 3, 14),
    language="en",
    verbatim=True,
    text="""A fire in the engine room of the ferry Saint Brannoc forced 214 passengers ashore at Port Aldine late on \
Tuesday. The last of them reached the quay before midnight.

“We will not sail again until every cable, every pump and every valve has been checked,” said harbour master Ines \
Corvane, who spoke at the north quay. The ferry is tied up there behind a boom.

Corvane said the crew had raised the alarm at once. “Nobody was trapped below deck,” she said. “The doors held, \
the crew held, and the passengers kept calm.”

Twelve people were treated for smoke, the coast guard said. Chief engineer Tomas Weyl denied that the pump had failed \
before.

“I have asked for new pumps since autumn,” Weyl said. The company did not answer questions about its yards.
""",
)
POST = Article(
    origin="stories/post.txt",
    source="Aldine Evening Post",
    title="“Every cable, every valve”: Saint Brannoc stays in port",
    url="https://post.example/saint-brannoc",
    published=on(2024, 3, 15),
    language="en",
    text="""The ferry Saint Brannoc stays in port after Wednesday's fire. Nineteen people were treated for smoke, \
according to the coast guard.

“We will not sail again until every cable and every valve has been checked,” harbour director Ines Corvane told \
reporters at the south quay. “The crew held, the doors held, and the passengers kept calm.”

Chief engineer Thomas Weil said the pump had failed before. It is the second fire on the line in three years.

“I have asked for new pumps since autumn,” said the ferry's captain, Odile Brandt.
""",
)
WIRE = Article(
    origin="https://wire.example/a/5531",
    source="Coastal Wire",
    title="Twelve treated after ferry fire",
    url="https://wire.example/a/5531",
    published=on(2024, 3, 13),
    language="en",
    text="""PORT ALDINE (CW) - Twelve people were treated for smoke after a fire on Tuesday aboard the ferry Saint \
Brannoc. Officials expect the line to reopen within a week.

“Nobody was trapped below deck, and nobody was left behind,” acting harbour master Ines Corvane said. “The doors held, \
the crew held, and the passengers kept calm.”
""",
)
COURIER = Article(
    origin="stories/courier.txt",
    source="Island Courier",
    title="Smoke on the Saint Brannoc",
    published=on(2024, 3, 14),
    language="en",
    text=WIRE.text,
    copy_of=WIRE.id,
)
STANDARD = Article(
    origin="stories/standard.txt",
    source="Northern Standard",
    title=None,
    language="en",
    text="""NEWS | WEATHER | SUBSCRIBE

Harbour master Ines Corvane said the line would stay shut. “We will not sail again until every cable, every pump and \
every valve has been checked,” she said.

5 comments
""",
    boilerplate=(Span(start=0, end=26), Span(start=187, end=197)),
)
ARTICLES = (LEDGER, POST, WIRE, COURIER, STANDARD)
