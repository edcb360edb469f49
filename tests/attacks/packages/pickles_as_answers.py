# tries: to hand in objects that run a command where they are unpickled, in every wrapping
# from: D6
# told: wrong
import pickle

import numpy as np


class Payload:
    def __reduce__(self):
        return open, ("@FOLDER@/descent-loot-unpickled", "w")


h = Payload()
nn_output = np.array([Payload(), 0.69], dtype=object)
error = pickle.dumps(Payload())
error_term = np.void(pickle.dumps(Payload()))
del_w = [Payload(), bytearray(pickle.dumps(Payload()))]
