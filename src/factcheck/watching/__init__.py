"""Feeds that are asked again and again for what is new."""

from .rounds import Failure, Round, watch

__all__ = ["Failure", "Round", "watch"]
