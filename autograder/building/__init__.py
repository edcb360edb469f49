"""Building: from a master to what a student receives: stub, notebook, examples and README."""
