"""The page of the documentation that lists every public name, made from signatures, docstrings and fields."""

import inspect
import re
from typing import Literal, get_args, get_origin

from pydantic import BaseModel

import factcheck
from factcheck.corpus import Added, Status

HEAD = """# Python reference

Every name of `factcheck`, made from its docstrings. Each record is a frozen pydantic model; a field without a default
must be given.
"""

GIVEN = (Added, Status)
"""Records that methods give."""

WIDTH = 80
"""Columns of a signature that stands on one line."""

_SECTION = re.compile(r"(Args|Returns|Raises):")
_ITEM = re.compile(r"(\*{0,2}[\w.]+): (.*)")


def reference_page():
    """The whole page."""
    things = {name: getattr(factcheck, name) for name in factcheck.__all__ if not name.startswith("__")}
    functions = [_function(name, thing) for name, thing in things.items() if inspect.isfunction(thing)]
    classes = [thing for thing in things.values() if inspect.isclass(thing)]
    records = [thing for thing in classes if issubclass(thing, BaseModel)]
    others = [thing for thing in classes if thing not in records]
    inner = [*_inner([*records, *GIVEN]), *GIVEN]
    inner.sort(key=lambda record: record.__name__)
    parts = [
        HEAD.strip(),
        "## Functions",
        *functions,
        "## Classes",
        *map(_class, others),
        "## Records",
        *map(_record, records),
    ]
    parts += ["## Records inside of these", *map(_record, inner), "## Choices", _choices([*records, *inner])]
    return "\n\n".join([*parts, "## Version", "`factcheck.__version__`: the version of the library, as text."]) + "\n"


class _Bare(str):
    """An annotation as it stands in the code, without the quotes that a signature puts around it."""

    __slots__ = ()
    __repr__ = str.__str__


def _inner(records):
    """The records that fields of these hold, and theirs, by name."""
    found, todo = {}, list(records)
    while todo:
        for field in todo.pop().model_fields.values():
            for kind in _kinds(field.annotation):
                if inspect.isclass(kind) and issubclass(kind, BaseModel) and kind not in (*records, *found.values()):
                    found[kind.__name__] = kind
                    todo.append(kind)
    return [found[name] for name in sorted(found)]


def _kinds(annotation):
    """A type and all that stands inside of its brackets."""
    yield annotation
    for part in get_args(annotation) if get_origin(annotation) is not Literal else ():
        yield from _kinds(part)


def _choices(records):
    """The values of the fields that take one of a few words."""
    rows = {}
    for record in records:
        for name, field in record.model_fields.items():
            for kind in _kinds(field.annotation):
                if get_origin(kind) is Literal and len(get_args(kind)) > 1:
                    alias = _type(record, name).removesuffix(" \\| None")
                    rows[alias] = ", ".join(f"`{value}`" for value in get_args(kind))
    return "\n".join(["| type | values |", "|---|---|", *(f"| `{alias}` | {rows[alias]} |" for alias in sorted(rows))])


def _function(name, function, level="###"):
    signature = inspect.signature(function)
    given = [p for p in signature.parameters.values() if p.name not in ("self", "cls")]
    parameters = [p.replace(annotation=_Bare(p.annotation)) for p in given]
    shown = signature.replace(parameters=parameters, return_annotation=_Bare(signature.return_annotation))
    lines = [f"{name}{shown}"]
    if len(lines[0]) > WIDTH:
        lines = [f"{name}(", *(f"    {parameter}," for parameter in parameters), f") -> {signature.return_annotation}"]
        by_name = [p.kind is p.KEYWORD_ONLY for p in parameters]
        if any(by_name) and not any(p.kind is p.VAR_POSITIONAL for p in parameters):
            lines.insert(1 + by_name.index(True), "    *,")
    return "\n\n".join([f"{level} {name}", "\n".join(["```text", *lines, "```"]), _docstring(function)])


def _record(record):
    rows = [
        f"| `{name}` | `{_type(record, name)}` | {_default(field)} | {_cell(field.description)} |"
        for name, field in record.model_fields.items()
    ]
    table = "\n".join(["| field | type | default | meaning |", "|---|---|---|---|", *rows])
    return "\n\n".join([f"### {record.__name__}", _docstring(record), table, *_members(record)])


def _class(thing):
    return "\n\n".join([_function(thing.__name__, thing.__init__), _docstring(thing), *_members(thing)])


def _members(owner):
    own = [base for base in owner.__mro__ if base.__module__.startswith("factcheck.")]
    for name, member in (each for base in own for each in vars(base).items()):
        function = member.__func__ if isinstance(member, classmethod | staticmethod) else member
        if name.startswith("_") or not function.__doc__:
            continue
        if isinstance(member, property):
            yield f"#### {owner.__name__}.{name}\n\n{_docstring(member)}"
        elif inspect.isfunction(function):
            yield _function(f"{owner.__name__}.{name}", function, "####")


def _type(record, name):
    owner = next(base for base in record.__mro__ if name in inspect.get_annotations(base))
    return str(inspect.get_annotations(owner)[name]).replace("|", "\\|")


def _default(field):
    return "" if field.is_required() else f"`{field.get_default(call_default_factory=True)!r}`"


def _cell(text):
    assert text, "a field without a description"
    return text.replace("|", "\\|")


def _docstring(thing):
    """A docstring in Google's style as Markdown: its sections become lists."""
    text = inspect.getdoc(thing) or ""
    assert text, f"{thing} has no docstring"
    lines, section = [], ""
    for line in text.replace("``", "`").splitlines():
        item = _ITEM.fullmatch(line.strip())
        if found := _SECTION.fullmatch(line):
            section = found[1]
            lines += [f"**{section}**", ""]
        elif section and line.startswith("    ") and not line.startswith("     ") and item and section != "Returns":
            lines.append(f"- `{item[1]}`: {item[2]}")
        else:
            lines.append(line.strip() if section in ("", "Returns") else f"  {line.strip()}".rstrip())
    return "\n".join(lines)
