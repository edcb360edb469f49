# tries: to say that all cases are through before there was any
# from: D5
# told: failed
import os
import sys


frame = sys.modules["inside.wire"].frame

os.write(3, frame(["end"]))
os._exit(0)
