"""Integrity: the proofs that the grading of an assignment works, `descent verify`."""
