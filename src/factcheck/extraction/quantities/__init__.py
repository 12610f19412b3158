"""Quantities: every number with its value, unit, bound and what it counts."""

from .search import find_quantities

__all__ = ["find_quantities"]
