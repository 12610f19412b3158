"""File names: the day and the outlet that people name a file by, for want of better."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ..models import Interval

_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)([01]\d)\2([0-3]\d)(?:T?\d{4,6})?(?!\d)")
_SITE = re.compile(r"(?<![\w.])(?:[\d_-]{1,12}[a-z]{0,10}[-_])?((?:[a-z][a-z0-9-]{0,40}\.){1,3}[a-z]{2,10})(?![\w.])")
_ENDS = " -_."


@dataclass(frozen=True)
class FileName:
    """What a file's name tells: "2024-06-12_northern-wire" a day and an outlet."""

    stem: str

    @property
    def day(self) -> Interval | None:
        """The day in the name, of eight digits with the year first."""
        match = _DAY.search(self.stem)
        try:
            day = date(int(match[1]), int(match[3]), int(match[4])) if match else None
        except ValueError:
            return None
        return Interval(start=day, end=day) if day else None

    @property
    def outlet(self) -> str:
        """What stands for the outlet: the site that is named there, else the name without the day."""
        site = _SITE.search(self.stem)
        if site:
            return site[1].removeprefix("www.")
        bare = _DAY.sub("", self.stem).strip(_ENDS) if self.day else self.stem
        return bare or self.stem
