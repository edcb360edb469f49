# tries: to put out the alarm of a statement, and then to go on for ever
# from: B5
# told: failed
# stops: time
import signal

h = nn_output = error = error_term = del_w = 0.5
signal.setitimer(signal.ITIMER_REAL, 0)
signal.signal(signal.SIGALRM, signal.SIG_IGN)
while True:
    pass
