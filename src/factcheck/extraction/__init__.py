"""Extraction: an article in, its claims out. Pure: no clock, no network, no state."""

from .claims import extract

__all__ = ["extract"]
