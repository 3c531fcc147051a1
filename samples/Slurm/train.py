"""A fully connected network in plain Python that learns to tell two spirals apart: small enough for a try, and no package is needed."""
import math
import random


def spirals(count, seed):
    """Points of two spirals, each with the class that it belongs to."""
    draw = random.Random(seed)
    points = []
    for i in range(count):
        label = i % 2
        turn = 2.5 * math.sqrt(draw.random())
        angle = turn * math.pi + label * math.pi
        noise = draw.gauss(0, 0.05)
        points.append(([turn / 2.5 * math.cos(angle) + noise, turn / 2.5 * math.sin(angle) + noise], label))
    return points


class Layer:
    """Weights from one layer of neurons to the next, with the momentum that they have."""

    def __init__(self, inputs, outputs, draw):
        reach = math.sqrt(2 / inputs)
        self.weights = [[draw.gauss(0, reach) for _ in range(inputs + 1)] for _ in range(outputs)]
        self.speeds = [[0.0] * (inputs + 1) for _ in range(outputs)]

    def forward(self, values):
        self.values = values + [1.0]
        return [sum(w * v for w, v in zip(row, self.values)) for row in self.weights]

    def backward(self, errors, rate, momentum, decay):
        below = [sum(e * row[i] for e, row in zip(errors, self.weights)) for i in range(len(self.values) - 1)]
        for error, row, speed in zip(errors, self.weights, self.speeds):
            for i, value in enumerate(self.values):
                speed[i] = momentum * speed[i] - rate * (error * value + decay * row[i])
                row[i] += speed[i]
        return below


def forward(layers, point):
    """The logit of a point, and what the hidden neurons said."""
    hidden = []
    values = point
    for layer in layers[:-1]:
        values = [max(0.05 * v, v) for v in layer.forward(values)]
        hidden.append(values)
    return layers[-1].forward(values)[0], hidden


def loss_of(layers, points):
    """The mean log loss over points."""
    total = 0.0
    for point, label in points:
        logit, _ = forward(layers, point)
        signed = logit if label else -logit
        total += math.log1p(math.exp(-signed)) if signed > -30 else -signed
    return total / len(points)


def train(parameters):
    # The types are those of the search space: counts arrive as whole numbers, so nothing is converted here.
    quick = parameters["quick_scan"]
    examples, unseen = spirals(80 if quick else 300, seed=1), spirals(200, seed=2)
    draw = random.Random(3)
    sizes = [2] + [parameters["neurons"]] * parameters["layers"] + [1]
    layers = [Layer(a, b, draw) for a, b in zip(sizes, sizes[1:])]
    best, since = math.inf, 0
    for epoch in range(10 if quick else 120):
        draw.shuffle(examples)
        rate = parameters["rate"] / (1 + parameters["cooling"] * epoch)
        for point, label in examples:
            logit, hidden = forward(layers, point)
            errors = [1 / (1 + math.exp(-max(-30.0, min(30.0, logit)))) - label]
            for layer, values in zip(reversed(layers), [None] + list(reversed(hidden))):
                if values is not None:
                    errors = [e * (1 if v > 0 else 0.05) for e, v in zip(errors, values)]
                errors = layer.backward(errors, rate, parameters["momentum"], parameters["decay"])

        loss = loss_of(layers, unseen)
        print(f"epoch {epoch}: {loss:.4f}", flush=True)
        if not math.isfinite(loss):
            raise ArithmeticError("The weights ran away: the rate is too high for this momentum.")

        # Stopping early is the cheapest way to more trials.
        best, since = (loss, 0) if loss < best else (best, since + 1)
        if since > 10:
            break

    return {"loss": best, "epochs": epoch + 1}
