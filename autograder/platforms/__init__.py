"""The platforms that classes live on: each is given our reports, and none makes its own score."""
