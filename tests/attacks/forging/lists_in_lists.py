# tries: to send a list in a list in a list, deeper than a reader's stack
# from: A6, A7
# told: failed
import os

payload = (b"l" + b"\0\0\0\1") * 12_000 + b"T"
os.write(3, len(payload).to_bytes(4, "big") + payload)
os._exit(0)
