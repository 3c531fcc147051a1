namespace LearningCurves;

/// <summary>Two spirals that wind around each other, with noise: a task that a network learns slowly, epoch by epoch.</summary>
public sealed class Spirals
{
    private const double Turns = 1.75;

    private Spirals(double[][] points, int[] labels) => (Points, Labels) = (points, labels);

    /// <summary>Gets the cases to learn from.</summary>
    public static Spirals Training { get; } = Make(400, seed: 1);

    /// <summary>Gets the cases that the search judges by.</summary>
    public static Spirals Validation { get; } = Make(300, seed: 2);

    /// <summary>Gets the cases that neither training nor the search ever sees.</summary>
    public static Spirals Test { get; } = Make(2000, seed: 3);

    /// <summary>Gets the two coordinates of each case.</summary>
    public double[][] Points { get; }

    /// <summary>Gets which spiral each case lies on: 0 or 1.</summary>
    public int[] Labels { get; }

    private static Spirals Make(int count, int seed)
    {
        Random random = new(seed);
        double[][] points = new double[count][];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = i % 2;
            double far = Math.Sqrt(random.NextDouble());
            double angle = (far * Turns * 2 * Math.PI) + (labels[i] * Math.PI);
            points[i] = [(far * Math.Cos(angle)) + Noise(random), (far * Math.Sin(angle)) + Noise(random)];
        }

        return new Spirals(points, labels);
    }

    private static double Noise(Random random) => 0.03 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2;
}
