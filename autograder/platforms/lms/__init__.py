"""Gradebook files of learning management systems: made anew, or filled into what the LMS gave; and feedback that it takes back."""
