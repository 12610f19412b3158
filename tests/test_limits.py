"""Beyond a limit there is one line that names it, never a crash, and what stands before it is kept."""

import pytest

from factcheck import Article, Settings, check, read
from test_reading_archives import zipped

LINES = "\n".join(f"“We have checked the ferry {n} times,” Ann Lee said." for n in range(12))


@pytest.mark.parametrize("given", [LINES, Article(text=LINES, source="Herald"), {"text": LINES}])
def test_a_large_article_is_left_out_however_it_is_given(given):
    size = len(LINES.encode())
    assert read(given, settings=Settings(max_bytes=2 * size)).articles
    (item,) = read(given, settings=Settings(max_bytes=size - 1)).left_out
    assert item.reason == f"is larger than {size - 1:,} bytes, the most that one article may have (max_bytes)"


def test_claims_behind_the_limit_are_left_out_and_told():
    article = Article(text=LINES, source="Herald", origin="herald.txt")
    whole, cut = check(article), check(article, settings=Settings(max_claims=5))
    assert len(whole.claims) > 5
    assert cut.claims == whole.claims[:5]
    assert [(item.origin, item.reason, item.cause) for item in cut.provenance.left_out] == [
        (
            "herald.txt",
            f"has {len(whole.claims)} claims; those behind the first 5 (max_claims) are not compared",
            "too many claims",
        )
    ]
    assert not check(article, settings=Settings(max_claims=len(whole.claims))).provenance.left_out


@pytest.mark.parametrize("key", ["date", "title", "author"])
def test_a_number_too_long_to_write_out_is_no_field(key):
    (article,) = read(f"+++\n{key} = 0x{'F' * 5_000}\n+++\n\nThe bridge is closed, Quill said.\n").articles
    assert article.published is None
    assert article.title is None
    assert article.authors == ()


def test_a_member_without_a_name_is_passed_over(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"a.txt": "It is open.", "b.txt": "It is not."}).replace(b"a.txt", b"\0.txt"))
    assert [article.source for article in read(path).articles] == ["b"]
