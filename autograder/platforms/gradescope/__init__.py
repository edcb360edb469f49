"""Gradescope: a zip that grades there as `descent grade` does here, and what is said of a submission in results.json."""
