# tries: to leave with exit code 0 before anything is asked of it
# from: B1
# told: missing
import sys

sys.exit(0)
