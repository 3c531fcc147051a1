"""Trains a network with the parameters of one trial, in NumPy. Put your own data in the place of load_breast_cancer."""
import hypermax_trial
import numpy
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

PASSES = 20


def train(parameters):
    random = numpy.random.default_rng(1)
    inputs, targets = load_breast_cancer(return_X_y=True)
    inputs, test_inputs, targets, test_targets = train_test_split(inputs, targets, test_size=0.3, random_state=1, stratify=targets)
    scaler = StandardScaler().fit(inputs)
    inputs, test_inputs = scaler.transform(inputs), scaler.transform(test_inputs)

    network = Network([inputs.shape[1], *parameters["layers"], 1], parameters, random)
    for step in range(PASSES):
        order = random.permutation(len(inputs))
        for first in range(0, len(order), parameters["batch_size"]):
            rows = order[first:first + parameters["batch_size"]]
            network.learn(inputs[rows], targets[rows])
        # A pruner may end the trial here.
        loss = network.loss(test_inputs, test_targets)
        hypermax_trial.report(loss, step=step)

    accuracy = float(((network.predict(test_inputs) > 0.5) == test_targets).mean())
    return {"loss": loss, "accuracy": accuracy}


class Network:
    def __init__(self, sizes, parameters, random):
        self.random = random
        self.dropout = parameters["dropout"]
        self.decay = parameters["weight_decay"]
        self.is_relu = parameters["activation"] == "relu"
        self.optimizer = parameters["optimizer"]
        self.weights = []
        for ins, outs in zip(sizes, sizes[1:]):
            self.weights += [random.normal(0, (2 / ins) ** 0.5, (ins, outs)), numpy.zeros(outs)]
        self.first = [numpy.zeros_like(weight) for weight in self.weights]
        self.second = [numpy.zeros_like(weight) for weight in self.weights]
        self.steps = 0

    def forward(self, values, is_training=False):
        """Returns the share of class 1, and of each layer what went in and how its slope passes through."""
        kept = [(values, 1)]
        for layer in range(0, len(self.weights) - 2, 2):
            values = values @ self.weights[layer] + self.weights[layer + 1]
            values = numpy.maximum(values, 0) if self.is_relu else numpy.tanh(values)
            slope = (values > 0) if self.is_relu else 1 - values ** 2
            if is_training and self.dropout > 0:
                mask = (self.random.random(values.shape) >= self.dropout) / (1 - self.dropout)
                values, slope = values * mask, slope * mask
            kept.append((values, slope))
        values = values @ self.weights[-2] + self.weights[-1]
        return 1 / (1 + numpy.exp(-numpy.clip(values[:, 0], -30, 30))), kept

    def predict(self, inputs):
        return self.forward(inputs)[0]

    def loss(self, inputs, targets):
        share = numpy.clip(self.predict(inputs), 1e-6, 1 - 1e-6)
        return float(-numpy.where(targets == 1, numpy.log(share), numpy.log(1 - share)).mean())

    def learn(self, inputs, targets):
        share, kept = self.forward(inputs, is_training=True)
        slope = ((share - targets) / len(targets))[:, None]
        slopes = [None] * len(self.weights)
        for layer in range(len(self.weights) - 2, -1, -2):
            values, passed = kept[layer // 2]
            slopes[layer] = values.T @ slope + self.decay * self.weights[layer]
            slopes[layer + 1] = slope.sum(axis=0)
            slope = (slope @ self.weights[layer].T) * passed
        self.step(slopes)

    def step(self, slopes):
        self.steps += 1
        rate = self.optimizer["learning_rate"]
        for i, slope in enumerate(slopes):
            if self.optimizer["$type"] == "sgd":
                self.first[i] = self.optimizer["momentum"] * self.first[i] - rate * slope
                self.weights[i] += self.first[i]
            else:
                self.first[i] = 0.9 * self.first[i] + 0.1 * slope
                self.second[i] = 0.999 * self.second[i] + 0.001 * slope ** 2
                mean = self.first[i] / (1 - 0.9 ** self.steps)
                square = self.second[i] / (1 - 0.999 ** self.steps)
                self.weights[i] -= rate * mean / (square ** 0.5 + 1e-8)
