"""Settings from files, the environment and the command line, the later the stronger."""

import pytest

from factcheck.configuration import ConfigurationError, configure


@pytest.fixture
def folder(tmp_path):
    inner = tmp_path / "desk" / "story"
    inner.mkdir(parents=True)
    return inner


def write(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_without_anything_the_defaults_hold(folder):
    found = configure(folder, {}, {})
    assert found.settings.max_bytes == 10_000_000
    assert set(found.places.values()) == {"default"}


def test_the_stronger_place_wins_and_is_named(folder):
    pyproject = write(folder.parent, "pyproject.toml", "[tool.factcheck]\nmax_bytes = 1\n")
    assert configure(folder, {}, {}) == configure(folder, {"OTHER": "x"}, {})
    assert configure(folder, {}, {}).places["max_bytes"] == str(pyproject)
    own = write(folder, "factcheck.toml", "max_bytes = 2\n")
    assert configure(folder, {}, {}).settings.max_bytes == 2
    assert configure(folder, {}, {}).places["max_bytes"] == str(own)
    environment = {"FACTCHECK_MAX_BYTES": "3"}
    assert configure(folder, environment, {}).settings.max_bytes == 3
    found = configure(folder, environment, {"max_bytes": 4})
    assert (found.settings.max_bytes, found.places["max_bytes"]) == (4, "command line")


def test_a_pyproject_without_our_table_is_passed_over(folder):
    write(folder, "pyproject.toml", "[tool.other]\nmax_bytes = 1\n")
    write(folder.parent, "pyproject.toml", "[tool.factcheck]\nmax_bytes = 2\n")
    assert configure(folder, {}, {}).settings.max_bytes == 2


def test_paths_in_a_file_are_meant_from_its_folder(folder):
    write(folder.parent, "factcheck.toml", 'offices = ["own.toml"]\n')
    assert configure(folder, {}, {}).settings.offices == (folder.parent / "own.toml",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("max_byte = 1\n", ["max_byte'", "'max_bytes'"]),
        ("max_bytes = 0\n", ["max_bytes", "greater than 0"]),
        ("max_bytes = 'many'\n", ["max_bytes", "integer"]),
        ("max_bytes = \n", ["can't be read"]),
    ],
)
def test_what_cannot_be_used_is_one_line_that_names_the_file(folder, text, words):
    path = write(folder, "factcheck.toml", text)
    with pytest.raises(ConfigurationError) as error:
        configure(folder, {}, {})
    message = str(error.value)
    assert message.startswith(f"{path}: ")
    assert len(message.splitlines()) == 1
    assert all(word in message for word in words)


def test_an_unknown_variable_is_named():
    with pytest.raises(ConfigurationError, match="FACTCHECK_MAX_BITES"):
        configure(__import__("pathlib").Path("/"), {"FACTCHECK_MAX_BITES": "3"}, {})


@pytest.mark.parametrize(
    ("file", "environment", "given"),
    [
        ('columns = {text = "body", url = "link"}\n', {}, {}),
        ("", {"FACTCHECK_COLUMNS": "text=body, url=link"}, {}),
        ('columns = {text = "other"}\n', {}, {"columns": ("text=body", "url=link")}),
    ],
)
def test_columns_are_pairs_of_field_and_column(folder, file, environment, given):
    write(folder, "factcheck.toml", file)
    assert configure(folder, environment, given).settings.columns == {"text": "body", "url": "link"}


def test_a_column_of_no_field_is_an_error(folder):
    with pytest.raises(ConfigurationError, match=r"^command line: columns: "):
        configure(folder, {}, {"columns": ("texts=body",)})
