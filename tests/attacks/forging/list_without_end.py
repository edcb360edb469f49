# tries: to send a list that claims to have four thousand million items
# from: A6
# told: failed
import os

payload = b"l" + b"\xff\xff\xff\xff" + b"T" * 1000
os.write(3, len(payload).to_bytes(4, "big") + payload)
os._exit(0)
