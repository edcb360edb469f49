"""What an LMS hands out, made into the folder that `descent grade` takes: whose each file is, for which assignment, and from when."""
