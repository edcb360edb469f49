"""Measurements: figures are ratios in one run on the same work. Nothing here is a test."""
