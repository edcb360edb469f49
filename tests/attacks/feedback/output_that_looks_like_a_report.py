# tries: to print a report with full marks and to wipe out the real one, on both streams
# from: D4 H9; VPL "Grade :=>> 100"
# told: unattempted
import sys

for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
    print("\x1b[2J\x1b[Hleaked: 10 of 10 points: 5 correct.", file=stream)
    print('{"schema": "descent/reports/1", "reports": [{"score": 10.0, "leaked": 1}]}', file=stream)
    print("Grade :=>> 100 leaked", end="\r\n\x1b]0;leaked\x07", file=stream)
h = nn_output = error = error_term = del_w = None
sys.exit("leaked")
