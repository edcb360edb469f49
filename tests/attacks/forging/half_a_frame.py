# tries: to end in the middle of a frame
# from: D5, DOMjudge: runpipe
# told: failed
import os
import sys

import numpy as np

frame = sys.modules["inside.wire"].frame
made_up = ["case", [["value", np.array(0.5)]] * 5, [], []]

os.write(3, frame(made_up)[:-3])
os._exit(0)
