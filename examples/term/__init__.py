"""A term of an invented class, as its LMSes hand it out: downloads, a roster, gradebooks to be filled in, and what the office decided.

`python -m examples.term FOLDER --students 12 --seed 4` writes it; the same seed gives the same bytes.
"""
