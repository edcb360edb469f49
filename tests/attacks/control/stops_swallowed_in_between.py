# tries: to outlive a stop by time in `finally`, in generators and in coroutines that do not let go
# from: B5
# told: failed
# stops: time
import time


def never():
    while True:
        try:
            yield time.sleep(0.05)
        finally:
            yield from never()


async def nor_this():
    try:
        for _ in never():
            pass
    finally:
        await nor_this()


h = nn_output = error = error_term = del_w = 0.5
while True:
    try:
        nor_this().send(None)
    except BaseException:
        pass
