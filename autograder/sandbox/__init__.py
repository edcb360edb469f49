"""The sandbox: runs untrusted code and brings back values. It knows no course and no grading."""
