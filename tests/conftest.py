"""Fixtures that several test modules share."""

from browser import chromium, show

__all__ = ["chromium", "show"]
