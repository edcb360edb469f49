"""From what was handed in to what is kept: collect, grade, store, render."""
