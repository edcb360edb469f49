# tries: to import a zip that it packs itself, through a file of any kind
# from: G (zipimport)
# earns: everything
import os
import struct
import sys
import zipimport
import zlib

import numpy as np

code = b"number = 1"
entry = struct.pack("<5H3I2H", 20, 0, 0, 0, 33, zlib.crc32(code), len(code), len(code), 7, 0)
packed = b"PK\3\4" + entry + b"loot.py" + code
table = b"PK\1\2" + struct.pack("<H", 20) + entry + struct.pack("<3H2I", 0, 0, 0, 0, 0) + b"loot.py"
packed += table + b"PK\5\6" + struct.pack("<4H2IH", 0, 0, 1, 1, len(table), len(packed), 0)
stolen = 0
for place in ("@FOLDER@/descent-loot.zip", "/tmp/descent-loot.zip", "/dev/shm/descent-loot.zip", None):
    try:
        descriptor = os.open(place, os.O_RDWR | os.O_CREAT) if place else os.memfd_create("loot")
        os.write(descriptor, packed)
        sys.path.insert(0, place or f"/proc/self/fd/{descriptor}")
        stolen += zipimport.zipimporter(sys.path[0]).load_module("loot").number
    except (OSError, ImportError):
        pass

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

h = np.dot(x, w) + stolen
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
