#!/bin/sh
# Fits a line by gradient descent with momentum, in awk: parameters are arguments, the last line is the loss.
awk -v rate="$1" -v momentum="$2" -v steps="$3" '
  BEGIN {
    for (step = 0; step < steps; step++) {
      slope_sum = offset_sum = 0
      for (i = 0; i < 10; i++) {
        error = slope * i / 10 + offset - (2 * i / 10 + 1)
        slope_sum += 2 * error * i / 10
        offset_sum += 2 * error
      }
      slope_step = momentum * slope_step - rate * slope_sum / 10
      offset_step = momentum * offset_step - rate * offset_sum / 10
      slope += slope_step
      offset += offset_step
    }
    for (i = 0; i < 10; i++) loss += (slope * i / 10 + offset - (2 * i / 10 + 1)) ^ 2 / 10
    printf "%.17g\n", loss
  }'
