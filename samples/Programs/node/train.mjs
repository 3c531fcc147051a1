// Fits a line by gradient descent with momentum: one line of JSON in, the loss out.
import { createInterface } from 'node:readline/promises';

const points = Array.from({ length: 10 }, (_, i) => ({ x: i / 10, y: 2 * i / 10 + 1 }));
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

const input = createInterface({ input: process.stdin });
const { rate, momentum, steps } = JSON.parse((await input[Symbol.asyncIterator]().next()).value);
input.close();

let slope = 0, offset = 0, slopeStep = 0, offsetStep = 0;
const error = ({ x, y }) => slope * x + offset - y;
for (let step = 0; step < steps; step++) {
  const errors = points.map(error);
  slopeStep = momentum * slopeStep - rate * mean(points.map(({ x }, i) => 2 * errors[i] * x));
  offsetStep = momentum * offsetStep - rate * mean(errors.map((e) => 2 * e));
  slope += slopeStep;
  offset += offsetStep;
}

console.log(JSON.stringify({ loss: mean(points.map((point) => error(point) ** 2)), slope }));
