"""Alignment: claims in, groups of claims that speak of the same thing out."""
