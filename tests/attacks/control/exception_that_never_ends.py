# tries: to keep busy for ever whoever asks an exception what it says
# from: E7, Ares: exceptions with hostile texts
# told: failed hardcoded
# stops: time
class Endless(Exception):
    def __str__(self):
        while True:
            pass

    __repr__ = __str__


h = nn_output = error = error_term = del_w = 0.5
raise Endless
