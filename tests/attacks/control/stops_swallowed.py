# tries: to swallow each stop by time and to go on
# from: B5, DOMjudge: ignoring signals
# told: failed
# stops: time
h = nn_output = error = error_term = del_w = 0.5
while True:
    try:
        while True:
            pass
    except BaseException:
        continue
