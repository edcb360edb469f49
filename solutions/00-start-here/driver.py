"""How is a student's `descend` tried? Runs beside the student's code and returns what came out, nothing else.

A gradient is a function, which cannot be sent, so it is made here from drawn numbers. The first is that of a bowl: proportional to
the distance from its lowest point. In the second, with ripples, the slope changes in another way at each place, so nothing
but the right loop arrives where it should.
"""

from math import sin


def descend(student, theta, centre, curvature, ripple, learning_rate, epochs):
    """Where `student.descend` arrives in the bowl, and in the bowl with ripples."""

    def bowl(theta):
        return curvature * (theta - centre)

    def ripples(theta):
        return bowl(theta) + ripple * sin(theta)

    return tuple(student.descend(theta, gradient, learning_rate, epochs) for gradient in (bowl, ripples))
