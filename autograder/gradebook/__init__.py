"""The gradebook: who handed in what, and what was said of it. `store.Gradebook` is its one door."""
