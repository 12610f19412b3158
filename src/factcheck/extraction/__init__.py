"""Extraction: an article in, its claims out. Pure: no clock, no network, no state."""
