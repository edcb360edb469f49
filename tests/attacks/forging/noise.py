# tries: to send noise
# from: D5, DOMjudge: binary output
# told: failed
import os
import random

random.seed(7)
for _ in range(50):
    os.write(3, random.randbytes(1000))
os._exit(0)
