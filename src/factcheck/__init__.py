"""Find where news sources disagree."""

__version__ = "0.1.0"
