"""Which addresses of two articles are compared, and whether an article knows one anywhere, in a quotation, too."""

from __future__ import annotations

import re

from ..entities import addresses
from ..entities.addresses import Address
from ..entities.values import address_of, are_slips, can_both_be, gives
from .slots import Slot

_HOME = re.compile(
    r"(?:[,)\d]\s(?:both\s|all\s)?of|\b(?:live[sd]?|living|reside[sd]?|residing)(?:\s(?:in|at|on|near|along))?)(?:\sthe)?\s$"
)
"""What stands before the address of somebody's home: "Quill, 34, of the 200 block of Elm Street"."""

REACH = 40
"""Code points before an address that tell whose it is."""


def are_of_one(x: Slot, y: Slot) -> bool | None:
    """Whether two addresses are compared whatever stands around them, or never; None where that must tell.

    Two that are alike but for a part are. A home and a scene never are, for many come to harm in their own street; nor
    is one that tells less than the other, for it agrees with too much.
    """
    if is_home(x) != is_home(y):
        return False
    if can_both_be(x.value, y.value):
        return None if gives(x.value, y.value) else False
    return True if are_slips(x.value, y.value) else None


def is_home(slot: Slot) -> bool:
    """Whether an address is told to be where somebody lives."""
    content = slot.claim.content
    at = slot.span.start - content.span.start
    return _HOME.search(content.text, max(0, at - REACH), at) is not None


def knows(text: str, slot: Slot) -> bool:
    """Whether a text has this address, or one that tells as much and can be it, anywhere."""
    wanted = address_of(slot.value)
    return wanted is not None and any(_is_it(found, wanted) for found in addresses.all_of(text))


def _is_it(found: Address, wanted: Address) -> bool:
    return addresses.tell_as_much(found, wanted) and addresses.can_be_one(found, wanted)
