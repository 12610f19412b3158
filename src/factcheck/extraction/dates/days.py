"""Rules for days by their name: today and yesterday, weekdays, and the parts of them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from ...knowledge import load, words
from .grammar import Match
from .numbers import cardinal
from .points import AHEAD, ends_clause, month_day, step
from .scope import Scope, UndatedError, Value
from .tense import leads_up
from .tokens import codes

_ARTICLES = ("a", "an", "one")
"""Behind these, a weekday is any."""


def day(match: Match, scope: Scope) -> Value | None:
    """Today, yesterday, tomorrow, with or without a part of the day."""
    if match.words == ("today",) and match.after(2) == "s" and match.after(3) in load("timex")["of_our_time"]:
        return Value("DATE", "PRESENT_REF", "undated")
    shift = {"yesterday": -1, "tomorrow": 1}.get(match.one("DAYNAME") or "", 0)
    return with_part(match, scope.today + timedelta(shift))


def with_part(match: Match, day: date) -> Value:
    """The day, or the part of it that the expression names."""
    part = match.one("PART", "NIGHT", "OVERNIGHT", "TONIGHT", "TWILIGHT")
    if part is None:
        return Value("DATE", day.isoformat())
    return Value("TIME", f"{day.isoformat()}T{load('timex')['parts'].get(part, 'NI')}")


def part_of_day(match: Match, scope: Scope) -> Value | None:
    """This morning, last night, tonight, overnight, mid afternoon; the next morning, after what the text named last."""
    if match.one("DAYNAME"):
        return day(match, scope)
    if match.one("WEEKDAY", "WEEKDAYABBR"):
        return weekday(match, scope)
    if match.one("THAT", "SAME", "BEFORE", "AFTER"):
        return _that_part(match, scope)
    if {"following", "previous", "preceding"} & set(match.words) or (match.one("NEXT") and match.before() == "the"):
        if scope.memory.day is None:
            raise UndatedError
        return with_part(match, date.fromisoformat(scope.memory.day) + timedelta(step(match)))
    back = -1 if match.one("OVERNIGHT") and scope.tense(match) not in AHEAD else step(match)
    return with_part(match, scope.today + timedelta(back))


def weekday(match: Match, scope: Scope) -> Value | None:
    """Friday, late Friday evening: the latest one, the same day included, unless the clause looks ahead."""
    name = match.one("WEEKDAY", "WEEKDAYABBR") or ""
    if match.one("WEEKDAYABBR") and not match.one("LAST", "NEXT", "THIS", "PART", "NIGHT") and match.before() != "on":
        return None
    if match.before() in load("holidays")["weekday_names"] or _in_a_name(match):
        return None
    if match.words[0] == "the" and match.after() in ("before", "after") and match.after(2) != "-":
        raise UndatedError  # "The Monday after the fire."
    if _is_any(match):
        return _any_such(match, int(load("calendar")["weekdays"][name]))
    number, today = int(load("calendar")["weekdays"][name]), scope.today
    if match.before() == "that" and (_parts(match) or match.before(2) in ("on", "early", "late", "by", "until")):
        day = _beside_named(scope, number)
    elif match.one("UNIT"):
        week = today + timedelta(7 * step(match))
        day = week + timedelta(number - week.isoweekday())
    else:
        day = _date_behind(match, scope, number) or _weekday_near(match, scope, number)
    return with_part(match, day)


def _date_behind(match: Match, scope: Scope, number: int) -> date | None:
    """The day of the month that goes on with a part of a weekday: "on Saturday evening, May 3"."""
    found = _date_pattern().match(match.tokens.codes, match.stop)
    if found is None:
        return None
    told = month_day(Match(match.tokens, "month_day", found.start(1), found.end(1)), scope)
    day = date.fromisoformat(told.value[:10]) if told and told.value else None
    return day if day and day.isoweekday() == number else None


@lru_cache(maxsize=1)
def _date_pattern() -> re.Pattern[str]:
    code = codes()
    month, number = f"(?:{code['MONTH']}|{code['MONTHABBR']}{code['DOT']}?)", f"[{code['SMALL']}{code['ORDINAL']}]"
    part = f"[{code['PART']}{code['NIGHT']}]?{code['COMMA']}"
    return re.compile(f"{part}((?:{month}{number}|{number}{month})(?:{code['COMMA']}?{code['YEAR']})?)")


def _is_any(match: Match) -> bool:
    """Whether an indefinite article leaves the day open: "on a cold Friday night", not "a Friday deadline"."""
    told = match.before() in load("timex")["of_days"]
    article = (match.before(2) if told else match.before()) in _ARTICLES
    return article and match.one("THE", "THIS", "LAST", "NEXT", "PAST", "UNIT") is None and ends_clause(match)


def _any_such(match: Match, number: int) -> Value:
    """A weekday, or part of it, of no certain week."""
    part = match.one("PART", "NIGHT", "OVERNIGHT", "TWILIGHT")
    value = f"XXXX-WXX-{number}"
    return (
        Value("TIME", f"{value}T{load('timex')['parts'][part]}", "undated") if part else Value("DATE", value, "undated")
    )


def _beside_named(scope: Scope, number: int) -> date:
    """The weekday that is nearest to the day that the text named last, or that day: "early that Sunday morning"."""
    if scope.memory.day is None:
        raise UndatedError
    named = date.fromisoformat(scope.memory.day)
    return named + timedelta((number - named.isoweekday() + 3) % 7 - 3)


def _in_a_name(match: Match) -> bool:
    """Whether the weekday is part of a name: "The Sunday Times", "the Mail on Sunday", "Solomon Sunday"."""
    tokens, text = match.tokens, match.tokens.text
    behind = text[match.end : match.end + 2]
    named = behind[:1] == " " and behind[1:].isupper() and match.after() not in load("calendar")["months"]
    if match.one("THE") or match.before() == "the":
        return named or any(text[tokens.starts[at]].isupper() for at in _parts(match))
    if match.before() == "on" and match.before(2) in load("holidays")["papers_on"]:
        return match.before(3) != "daily"
    before = match.before()
    given = before in words("given_names", "male") or before in words("given_names", "female")
    spoken_to = match.before(2) in ("said", "told", "asked")
    return given and text[tokens.starts[match.first - 1]].isupper() and not spoken_to


def _parts(match: Match) -> list[int]:
    """Where the parts of the day stand in an expression."""
    return [at for at in range(match.first, match.stop) if match.tokens.words[at] in load("timex")["parts"]]


def _weekday_near(match: Match, scope: Scope, number: int) -> date:
    today = scope.today
    back = (today.isoweekday() - number) % 7
    if match.one("LAST", "PAST"):
        return today - timedelta(back or 7)
    if "following" in match.words and not _governs_noun(match):
        if scope.memory.day is None:
            raise UndatedError
        named = date.fromisoformat(scope.memory.day)
        return named + timedelta((number - named.isoweekday() - 1) % 7 + 1)
    if match.one("NEXT") and "following" not in match.words:
        return today + timedelta(7 - back)
    tense = scope.tense(match)
    if leads_up(match.tokens, match.first) and back in (1, 2) and scope.tense(match.leading(2)) == "past":
        return today - timedelta(back)
    if tense in AHEAD or (match.one("THIS") and tense != "past"):
        return today + timedelta(-back % 7)
    return today - timedelta(back)


def weeks_apart(match: Match, today: date) -> int:
    """Days to the other reading of "next Friday" or "last Monday", where that day lies in the week of ``today``.

    Some mean by "next Friday" the coming one, others that of the week to come; so with "last". 0 without such a doubt.
    """
    if match.one("UNIT") or not match.one("WEEKDAY", "WEEKDAYABBR"):
        return 0
    number = int(load("calendar")["weekdays"][match.one("WEEKDAY", "WEEKDAYABBR") or ""])
    if "next" in match.words and number > today.isoweekday():
        return 7
    return -7 if "last" in match.words and number < today.isoweekday() else 0


def _governs_noun(match: Match) -> bool:
    """Whether "following" means "after" and governs what the day belongs to: "following Friday's vote"."""
    return match.words[0] == "following" and match.after() in ("'", "’") and match.before() != "the"


def week_on(match: Match, scope: Scope) -> Value | None:
    """Friday week, a week on Friday, two weeks from Monday, tomorrow week: that many weeks after the coming day."""
    written = match.tokens.text[match.start : match.end]
    if (match.before() == "for" and scope.tense(match) != "future") or "Week" in written:
        return None
    today = scope.today
    name = match.one("WEEKDAY", "WEEKDAYABBR")
    if name:
        day = today + timedelta((int(load("calendar")["weekdays"][name]) - today.isoweekday()) % 7)
    else:
        day = today + timedelta(match.one("DAYNAME") == "tomorrow")
    amount = cardinal(match.all("NUMBER", "SMALL")) or 1
    fortnights = "fortnight" in match.words or "fortnights" in match.words
    return Value("DATE", (day + timedelta(7 * int(amount) * (1 + fortnights))).isoformat())


def _that_part(match: Match, scope: Scope) -> Value | None:
    """That night, the same evening, the night before, the morning after: by the day that the text named last."""
    beside = match.one("BEFORE", "AFTER")
    if beside and match.after()[:1].isalnum():
        return None  # "The night before the vote."
    if scope.memory.day is None:
        raise UndatedError
    way = {"before": -1, "after": 1}.get(beside or "", 0)
    found = with_part(match, date.fromisoformat(scope.memory.day) + timedelta(way))
    return found if scope.is_near(match) else found._replace(basis="undated")


def running(match: Match, scope: Scope) -> Value | None:
    """A third straight day: today."""
    if match.words[2] not in load("timex")["running"] or match.one("UNIT") not in ("day", None):
        return None
    return with_part(match, scope.today)


def weekdays(match: Match, scope: Scope) -> Value | None:
    """Mondays, Tuesday nights, the Monday of "Monday and Tuesday nights": a set."""
    calendar = load("calendar")["weekdays"]
    name = match.one("WEEKDAYS", "WEEKDAY", "WEEKDAYABBR") or ""
    number = calendar.get(name) or calendar[name.removesuffix("s")]
    part = match.one("PARTS", "UNITS")
    if part is None and not match.one("WEEKDAYS"):
        behind = next(
            (
                at
                for at in range(2, 5)
                if match.after(at) in load("timex")["classes"]["PARTS"] or match.after(at) == "nights"
            ),
            None,
        )
        if behind is None:
            return weekday(match, scope)
        part = match.after(behind)
    if part is None:
        return Value("SET", f"XXXX-WXX-{number}", "undated")
    code = load("timex")["parts"].get(part.removesuffix("s"))
    return Value("SET", f"XXXX-WXX-{number}T{code}", "undated") if code else None
