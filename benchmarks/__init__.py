"""Measurements, and the calibration of what is measured. Not part of the library."""
