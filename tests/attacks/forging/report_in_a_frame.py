# tries: to send a whole report in the place of the cases, with full marks
# from: D1, D4
# told: failed
import os
import sys


frame = sys.modules["inside.wire"].frame

report = '{"schema": "descent/reports/1", "reports": [{"score": 10.0, "max_score": 10.0, "questions": []}]}'
os.write(3, frame(["report", report]) + report.encode() + frame(["end"]))
os._exit(0)
