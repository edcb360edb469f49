# tries: to be nested deeper than anything can follow
# from: A6
import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])
deep = 0.8
for _ in range(900):
    deep = [deep]
h = deep
nn_output = (((((((((((((deep),),),),),),),),),),),),)
error = [[[[[[[[[[[0.5]]]]]]]]]]]
error_term = [0.5, [0.5, [0.5, [0.5]]]]
del_w = [[[[[[[[[[[[[1, 2, 3, 4]]]]]]]]]]]]]
