namespace Hypermax.Studies.Budgeting;

/// <summary>What a loss at one budget makes of itself at another: a straight line through points that have both, level where it would fall.</summary>
internal readonly record struct BudgetLine
{
    /// <summary>The fewest points that a slope is taken from; it is 1 for fewer.</summary>
    public const int Least = 3;

    private readonly double _meanAt;
    private readonly double _meanThere;
    private readonly double _slope;
    private readonly double _squares;
    private readonly double _variance;
    private readonly int _count;

    private BudgetLine(double meanAt, double meanThere, double slope, double squares, double variance, int count) =>
        (_meanAt, _meanThere, _slope, _squares, _variance, _count) = (meanAt, meanThere, slope, squares, variance, count);

    /// <summary>Fits the line.</summary>
    /// <param name="pairs">The losses of points at the one budget and at the other.</param>
    public static BudgetLine Through(IReadOnlyList<(double At, double There)> pairs)
    {
        if (pairs.Count < Least)
        {
            return pairs.Count == 0
                ? new BudgetLine(0, 0, 1, 0, 0, 1)
                : new BudgetLine(pairs.Average(pair => pair.At), pairs.Average(pair => pair.There), 1, 0, 0, pairs.Count);
        }

        double meanAt = pairs.Average(pair => pair.At);
        double meanThere = pairs.Average(pair => pair.There);
        double squares = pairs.Sum(pair => (pair.At - meanAt) * (pair.At - meanAt));
        double products = pairs.Sum(pair => (pair.At - meanAt) * (pair.There - meanThere));
        double slope = squares > 0 ? Math.Max(0, products / squares) : 0;
        double rest = pairs.Sum(pair => Square(pair.There - meanThere - (slope * (pair.At - meanAt))));

        // One degree of freedom less than the line leaves: the tails of Student's distribution are wider than a normal one's.
        return new BudgetLine(meanAt, meanThere, slope, squares, rest / Math.Max(1, pairs.Count - 3), pairs.Count);
    }

    /// <summary>Gets the loss that one should become.</summary>
    public double Of(double loss) => _meanThere + (_slope * (loss - _meanAt));

    /// <summary>Gets how far from that it may become: a standard deviation, 0 where too few points tell.</summary>
    public double Spread(double loss) => Math.Sqrt(_variance * (1 + (1.0 / _count) + (_squares > 0 && _slope > 0 ? Square(loss - _meanAt) / _squares : 0)));

    private static double Square(double value) => value * value;
}
