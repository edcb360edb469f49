"""nbgrader: a course folder for it, our grading inside `nbgrader autograde`, and scores straight into its gradebook.

Its students' notebooks hold no test and no solution, and their code runs neither in nbgrader's process nor in a kernel.
"""
