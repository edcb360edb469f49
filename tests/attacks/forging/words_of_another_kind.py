# tries: to send arrays, numbers and lists where words are due: whoever compares them gets an array for an answer
# from: A1, A4
# told: failed
import os
import sys

import numpy as np

frame = sys.modules["inside.wire"].frame

word = np.frombuffer(b"case", dtype="u1")
for said in ([word, [], [], []], [["case"], [], [], []], [1, [], [], []], word, "case", 1.5, ["case", word, word, word]):
    os.write(3, frame(said))
os._exit(0)
