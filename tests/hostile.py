"""A report whose every text tries to break out of the page, the table or the terminal."""

from datetime import date

from factcheck.models import (
    Agreement,
    Article,
    Claim,
    Conflict,
    Evidence,
    Group,
    Interval,
    LeftOut,
    Link,
    Passage,
    Side,
    Speaker,
    Title,
)
from factcheck.reporting.report import Input, KnowledgeTable, Provenance, Report
from factcheck.settings import Settings

ATTACKS = (
    "<script>window.hacked = 1</script>",
    "</script><script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 1'>",
    '" onmouseover="window.hacked = 1" x="',
    "' autofocus onfocus='window.hacked = 1",
    "<!-- <script> --!> ]]> {{ 7 * 7 }} {% raw %}",
    "\u202egnp.exe\u202c \u2066left open",
    "javascript:window.hacked=1",
    "</title></style><svg onload=window.hacked=1>",
    '=HYPERLINK("https://evil.example")\x00\x1b[2J',
    "data:text/html;base64,PHNjcmlwdD53aW5kb3cuaGFja2VkPTE8L3NjcmlwdD4=",
    "<svg><animate onbegin=window.hacked=1 attributeName=x></svg>",
    "<svg><a xlink:href='javascript:window.hacked=1'><text y=20>x</text></a></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=window.hacked=1>",
    "<iframe srcdoc='<script>parent.hacked=1</script>'></iframe>",
    "${window.hacked=1} `${window.hacked=1}` #{window.hacked=1} <%= window.hacked=1 %>",
    "</textarea></template></noscript><script>window.hacked=1</script>",
    "</style><style>@import 'https://evil.example/x.css'; * { background: url(https://evil.example/y) }</style>",
    "expression(window.hacked=1); -moz-binding:url(https://evil.example/z)",
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    "<base href=https://evil.example/><link rel=stylesheet href=//evil.example/w.css>",
    "\\u003cscript\\u003ewindow.hacked=1\\u003c/script\\u003e &lt;script&gt;window.hacked=1&lt;/script&gt;",
    '"}];window.hacked=1;//',
    "[x](javascript:window.hacked=1) ![x](https://evil.example/p.png) <https://evil.example>",
    "@SUM(1+9)*cmd|' /C calc'!A0",
    "<!--[if IE]><script>window.hacked=1</script><![endif]-->",
    "<details open ontoggle=window.hacked=1><xss style='animation-name:x' onanimationstart=window.hacked=1>",
)
WORDS = " ".join(ATTACKS)


URLS = ("javascript:window.hacked=1", 'https://site.example/?"><script>window.hacked=1</script>')


def report(words=WORDS, urls=URLS):
    """A report in which this text stands wherever a text can stand, and these addresses where addresses can."""
    texts = (f"{words} said one.", f"{words} said two.")
    articles = tuple(
        Article(
            origin=f"{words} {n}",
            source=f"{words} {n}",
            title=words,
            url=urls[n],
            authors=(words,),
            published=Interval(start=date(2024, 3, 1 + n), end=date(2024, 3, 1 + n)),
            text=text,
        )
        for n, text in enumerate(texts)
    )
    passage = Passage.cut(texts[0], 0, len(words))
    claims = tuple(
        Claim(
            id=Claim.key(article.id, "direct", 0, len(words)),
            article_id=article.id,
            form="direct",
            content=passage,
            speaker=Speaker(name=words, mention=passage, resolved_by="pronoun", confidence=1),
            title=Title(text=words, span=passage.span, head=words),
        )
        for article in articles
    )
    sides = tuple(
        Side(
            value=f"{words} {n}",
            claims=(claim.id,),
            articles=(claim.article_id,),
            evidence=(
                Evidence(article_id=claim.article_id, claim_id=claim.id, span=passage.span, differing=(passage.span,)),
            ),
            witnesses=1,
        )
        for n, claim in enumerate(claims)
    )
    ids = tuple(claim.id for claim in claims)
    return Report(
        provenance=Provenance(
            version="0",
            settings=Settings(),
            tables=(KnowledgeTable(name=words, sha256=words),),
            inputs=tuple(Input(origin=a.origin, article_id=a.id, sha256=a.sha256) for a in articles),
            left_out=(LeftOut(origin=words, reason=words),),
        ),
        articles=articles,
        claims=claims,
        groups=(
            Group(
                id="g", topic="utterance", claims=ids, links=(Link(a=ids[0], b=ids[1], score=1, evidence={words: 1}),)
            ),
            Group(id="p", topic="person", claims=ids),
        ),
        conflicts=(
            Conflict(
                id="0123456789ab",
                kind="wording",
                nature=words,
                severity="high",
                confidence=1,
                subject=words,
                summary=words,
                explanation=words,
                sides=sides,
                group_id="g",
            ),
        ),
        agreements=(
            Agreement(
                id="ba9876543210",
                kind="wording",
                nature=words,
                subject=words,
                summary=words,
                side=sides[0],
                group_id="g",
            ),
        ),
    )
