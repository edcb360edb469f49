# tries: to announce a frame of four gigabytes, for which a reader may make room
# from: A6, D5
# told: failed
import os

os.write(3, b"\xff\xff\xff\xff" + bytes(60_000))
os._exit(0)
