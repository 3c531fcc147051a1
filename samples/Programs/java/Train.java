/** Fits a line by gradient descent with momentum: parameters are arguments, the last line is the result. */
public class Train {
    public static void main(String[] args) {
        double rate = Double.parseDouble(args[0]);
        double momentum = Double.parseDouble(args[1]);
        int steps = Integer.parseInt(args[2]);

        double slope = 0, offset = 0, slopeStep = 0, offsetStep = 0;
        for (int step = 0; step < steps; step++) {
            double slopeSum = 0, offsetSum = 0;
            for (int i = 0; i < 10; i++) {
                double error = error(slope, offset, i);
                slopeSum += 2 * error * i / 10;
                offsetSum += 2 * error;
            }
            slopeStep = momentum * slopeStep - rate * slopeSum / 10;
            offsetStep = momentum * offsetStep - rate * offsetSum / 10;
            slope += slopeStep;
            offset += offsetStep;
        }

        double loss = 0;
        for (int i = 0; i < 10; i++) {
            loss += Math.pow(error(slope, offset, i), 2) / 10;
        }
        System.out.println("{\"loss\": " + loss + ", \"slope\": " + slope + "}");
    }

    private static double error(double slope, double offset, int i) {
        double x = i / 10.0;
        return slope * x + offset - (2 * x + 1);
    }
}
