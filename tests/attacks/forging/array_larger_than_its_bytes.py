# tries: to send an array that claims to have more numbers than bytes came
# from: A7
# told: failed
import os

shape = b"\x7f\xff\xff\xff" * 8
payload = b"l\0\0\0\4s\0\0\0\4casel\0\0\0\1l\0\0\0\2s\0\0\0\5valueaf\x08" + shape
os.write(3, len(payload).to_bytes(4, "big") + payload)
os._exit(0)
