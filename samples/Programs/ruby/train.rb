# Fits a line by gradient descent with momentum: one line of JSON in, the loss out.
require 'json'

POINTS = (0...10).map { |i| [i / 10.0, 2 * i / 10.0 + 1] }

parameters = JSON.parse($stdin.gets)
rate, momentum, steps = parameters.values_at('rate', 'momentum', 'steps')

slope = offset = slope_step = offset_step = 0.0
steps.times do
  errors = POINTS.map { |x, y| slope * x + offset - y }
  slope_step = momentum * slope_step - rate * POINTS.zip(errors).sum { |(x, _), e| 2 * e * x } / POINTS.size
  offset_step = momentum * offset_step - rate * errors.sum { |e| 2 * e } / POINTS.size
  slope += slope_step
  offset += offset_step
end

loss = POINTS.sum { |x, y| (slope * x + offset - y)**2 } / POINTS.size
puts JSON.generate(loss: loss, slope: slope)
