# tries: to abort, so that the interpreter leaves a core and no result
# from: B2
# told: failed
import os

h = nn_output = error = error_term = del_w = 0.5
os.abort()
