"""What a report rests on is named in it: the version, the settings, the texts, and the tables of words and facts."""

import hashlib
from importlib.resources import files

import pytest

import factcheck
from factcheck import Article, Settings, check, knowledge
from factcheck.reporting.record import knowledge_tables

TABLE = '{"offices": [{"id": "acme-head", "names": [{"name": "President of Acme"}]}]}'
ARTICLE = Article(text="“We sail on Monday,” Ann Lee said.", source="Herald")


def test_a_report_names_all_that_it_rests_on():
    found = check(ARTICLE).provenance
    assert found.version == factcheck.__version__
    assert found.settings == Settings()
    assert [item.sha256 for item in found.inputs] == [hashlib.sha256(ARTICLE.text.encode()).hexdigest()]
    names = [table.name for table in found.tables]
    assert names == sorted(f.name[:-5] for f in files(knowledge).iterdir() if f.name.endswith(".toml"))
    assert len({table.sha256 for table in found.tables}) == len(names)


def test_a_table_of_the_settings_is_named_by_its_path(tmp_path):
    path = tmp_path / "own.json"
    path.write_text(TABLE, encoding="utf-8")
    first = check(ARTICLE, settings=Settings(offices=(path,))).provenance.tables[-1]
    assert (first.name, first.sha256) == (path.as_posix(), hashlib.sha256(TABLE.encode()).hexdigest())
    path.write_text(TABLE + " ", encoding="utf-8")
    assert knowledge_tables(Settings(offices=(path,)))[-1].sha256 != first.sha256


def test_a_table_that_is_gone_is_told(tmp_path):
    with pytest.raises(FileNotFoundError):
        check(ARTICLE, settings=Settings(offices=(tmp_path / "none.toml",)))


def test_line_ends_of_a_checkout_change_no_hash():
    found = knowledge.hashes()
    for file in files(knowledge).iterdir():
        if file.name.endswith(".toml"):
            lines = file.read_bytes().replace(b"\r\n", b"\n")
            assert found[file.name[:-5]] == hashlib.sha256(lines).hexdigest()


def test_the_page_shows_every_table():
    report = check(ARTICLE)
    page = report.to_html()
    assert all(table.name in page and table.sha256 in page for table in report.provenance.tables)
