"""The grading: plain and mended runs, verdicts, the report."""
