"""A program for routes.py: grades submissions by otter's API, one after the other, as an instructor's own script would."""

import json
import sys
from pathlib import Path

from otter.api import grade_submission

asked = json.load(sys.stdin)
points = {}
for student, path in asked["paths"].items():
    try:
        results = grade_submission(path, asked["archive"], quiet=True)
    except Exception as error:
        print(f"{student}: {error!r}", file=sys.stderr)
        points[student] = {}
    else:
        points[student] = {name: results.get_score(name) for name in results.test_files}
Path(sys.argv[1]).write_text(json.dumps(points), encoding="utf-8")
