import math


def sigmoid(z):
    try:
        return [1/(1 + math.exp(-k)) for k in z]
    except TypeError:
        return 1/(1 + math.exp(-z))


class Perceptron:

    def __init__(self, n):
        self.n = n
        self.w = [0.0]*n
        self.b = 0.0

    def predict(self, xs):
        a = []
        for x in xs:
            z = self.b
            for i in range(self.n):
                z = z + self.w[i]*x[i]
            a.append(1/(1 + math.exp(-z)))
        return a

    def cost(self, xs, ys):
        a = self.predict(xs)
        total = 0
        for m in range(len(ys)):
            total = total + (ys[m] - a[m])*(ys[m] - a[m])/2
        return total/len(ys)

    def gradients(self, xs, ys):
        a = self.predict(xs)
        dw = [0.0]*self.n
        db = 0.0
        for m in range(len(ys)):
            delta = (a[m] - ys[m])*a[m]*(1 - a[m])
            for i in range(self.n):
                dw[i] = dw[i] + delta*xs[m][i]/len(ys)
            db = db + delta/len(ys)
        return dw, db

    def updates(self, xs, ys, eta):
        dw, db = self.gradients(xs, ys)
        return [-eta*d for d in dw], -eta*db

    def train(self, xs, ys, eta, epochs):
        costs = []
        for epoch in range(epochs):
            costs.append(self.cost(xs, ys))
            del_w, del_b = self.updates(xs, ys, eta)
            self.w = [self.w[i] + del_w[i] for i in range(self.n)]
            self.b = self.b + del_b
        return costs


neuron = Perceptron(2)
print(neuron.train([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 1], 2, 2))
print(neuron.w, neuron.b)
