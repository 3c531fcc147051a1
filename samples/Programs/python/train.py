"""Fits a line by gradient descent with momentum: one line of JSON in, the loss out."""
import json
import sys

POINTS = [(x / 10, 2 * x / 10 + 1) for x in range(10)]

parameters = json.loads(sys.stdin.readline())
slope = offset = slope_step = offset_step = 0.0
for _ in range(parameters["steps"]):
    errors = [(x, slope * x + offset - y) for x, y in POINTS]
    slope_step = parameters["momentum"] * slope_step - parameters["rate"] * sum(2 * e * x for x, e in errors) / len(POINTS)
    offset_step = parameters["momentum"] * offset_step - parameters["rate"] * sum(2 * e for _, e in errors) / len(POINTS)
    slope += slope_step
    offset += offset_step

loss = sum((slope * x + offset - y) ** 2 for x, y in POINTS) / len(POINTS)
print(json.dumps({"loss": loss, "slope": slope}))
