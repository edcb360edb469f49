# tries: to have its own lines quoted where Python cannot read them
# from: H9
# told: failed
h = <script>alert(7919)</script> leaked
nn_output = "leaked
error = \x1b[31mleaked
