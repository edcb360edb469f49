# tries: to mask its numbers, so that whatever is compared is masked, too
# from: A7
# told: wrong hardcoded
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
h = np.ma.masked
nn_output = np.ma.array(7.0, mask=True)
error = np.ma.array([7.0], mask=[True], fill_value=np.nan)
error_term = np.ma.array(7.0, mask=True, hard_mask=True)
del_w = np.ma.array([7.0, 7.0, 7.0, 7.0], mask=True)
