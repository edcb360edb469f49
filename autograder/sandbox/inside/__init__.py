"""What runs inside the sandbox: it imports the standard library, NumPy and its own modules, nothing else of the package."""
