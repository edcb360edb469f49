# tries: to send a frame that is one byte larger than any may be, and all of it
# from: A6, E5
# told: failed
import os

size = (256 << 10) + 1
left = size.to_bytes(4, "big") + bytes(size)
while left:
    left = left[os.write(3, left) :]
os._exit(0)
