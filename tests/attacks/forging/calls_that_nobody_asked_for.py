# tries: to answer questions that were not asked, as if they were functions
# from: D5
# told: failed
import os
import sys

import numpy as np

frame = sys.modules["inside.wire"].frame

called = ["called", ["value", np.array(0.5)], [], [], ""]
os.write(3, frame(called) * 50 + frame(["end"]))
os._exit(0)
