# tries: to blame its failures on the grader, on the machine and on the clock, in the hope of another verdict
# from: B1, D5
# told: failed
import os
import sys


frame = sys.modules["inside.wire"].frame

names = ["h", "nn_output", "error", "error_term", "del_w"]
claims = ["SandboxFault", "CourseError", "MemoryError", "StatementTimeout", "OutputFlood", "SystemError"]
raised = [[0, 1, claim, names] for claim in claims]
os.write(3, frame(["case", [["absent"]] * 5, raised, names * 20]) * 10 + frame(["end"]))
try:
    while os.read(0, 1 << 16):  # what the judge still has to say
        pass
finally:
    os._exit(0)
