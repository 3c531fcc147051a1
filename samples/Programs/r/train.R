# Fits a line by gradient descent with momentum: parameters are arguments, the last line is the loss.
arguments <- as.numeric(commandArgs(trailingOnly = TRUE))
rate <- arguments[1]
momentum <- arguments[2]

x <- 0:9 / 10
y <- 2 * x + 1
slope <- offset <- slope_step <- offset_step <- 0
for (step in seq_len(arguments[3])) {
  error <- slope * x + offset - y
  slope_step <- momentum * slope_step - rate * mean(2 * error * x)
  offset_step <- momentum * offset_step - rate * mean(2 * error)
  slope <- slope + slope_step
  offset <- offset + offset_step
}

cat(sprintf("%.17g\n", mean((slope * x + offset - y)^2)))
