using Hypermax.Numerics;
using Hypermax.Pruning;

namespace Hypermax.Conformance;

/// <summary>Tables of learning curves to judge by; the same seed gives the same table.</summary>
public static class CurveTables
{
    private const int Steps = 9;

    /// <summary>Gets contexts that no search should meet, and some will.</summary>
    public static IReadOnlyList<PrunerContext> Extremes { get; } =
    [
        .. from others in new[] { 0, 1, 6 }
           from value in new[] { 0.5, 0, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.Epsilon }
           from step in new[] { 0L, 1, int.MaxValue, long.MaxValue }
           from state in new[] { TrialState.Complete, TrialState.Pruned, TrialState.Failed }
           select new PrunerContext
           {
               Curve = CurveOf(others, [(step, value)]),
               History = new CurveHistory(
                   Enumerable.Range(0, others).Select(number => Trial(number, state, [(step, number % 2 == 0 ? value : 0.25)]))),
               Running = [CurveOf(others + 1, [(step, value)])],
           },
    ];

    /// <summary>Gets what a pruner is asked in a search: up to 30 trials that ended, well, stopped or failed, and one more at each of its steps.</summary>
    /// <param name="seed">The seed of the table.</param>
    public static IEnumerable<PrunerContext> ContextsOf(int seed)
    {
        SeedStream stream = new(seed, 0, "conformance/curves");
        int others = stream.NextInt(31);
        CurveHistory history = new([.. Enumerable.Range(0, others).Select(number => Random(stream, number))]);
        return Grow(others, history, seed, [.. Enumerable.Range(1, Steps).Select(step => ((long)step, Draw(stream, step)))]);
    }

    /// <summary>Gets the same, with a trial that is ahead of all others at every step.</summary>
    /// <param name="seed">The seed of the table.</param>
    public static IEnumerable<PrunerContext> LeadersOf(int seed)
    {
        SeedStream stream = new(seed, 0, "conformance/curves");
        int others = stream.NextInt(31);
        CurveHistory history = new([.. Enumerable.Range(0, others).Select(number => Random(stream, number))]);

        // Below every loss that can be drawn, and falling.
        return Grow(others, history, seed, [.. Enumerable.Range(1, Steps).Select(step => ((long)step, -1 - (0.1 * step)))]);
    }

    private static IEnumerable<PrunerContext> Grow(int number, CurveHistory history, int seed, (long Step, double Loss)[] reports)
    {
        for (int length = 1; length <= reports.Length; length++)
        {
            yield return new PrunerContext { Curve = CurveOf(number, reports[..length]), History = history, Seed = seed };
        }
    }

    private static LearningCurve Random(SeedStream stream, int number)
    {
        TrialState state = stream.NextInt(4) switch { 0 => TrialState.Pruned, 1 => TrialState.Failed, _ => TrialState.Complete };
        int length = state == TrialState.Complete ? Steps : stream.NextInt(Steps);
        return Trial(number, state, [.. Enumerable.Range(1, length).Select(step => ((long)step, Draw(stream, step)))]);
    }

    private static double Draw(SeedStream stream, int step) => (stream.NextDouble() / step) + (0.2 * stream.NextDouble());

    private static LearningCurve CurveOf(int number, IEnumerable<(long Step, double Loss)> reports)
    {
        LearningCurve curve = new(number);
        foreach ((long step, double loss) in reports)
        {
            curve.Add(step, loss);
        }

        return curve;
    }

    private static LearningCurve Trial(int number, TrialState state, (long Step, double Loss)[] reports)
    {
        double last = reports.Length > 0 ? reports[^1].Loss : 0.5;
        TrialState kept = state == TrialState.Complete && !double.IsFinite(last) ? TrialState.Failed : state;
        return LearningCurve.Of(
            new TrialRecord
            {
                Number = number,
                Point = [],
                State = kept,
                Outcome = new TrialOutcome
                {
                    State = kept,
                    Value = kept == TrialState.Failed ? double.NaN : last,
                    Reports = [.. reports.Select(report => new TrialReport(report.Step, report.Loss))],
                },
            },
            Direction.Minimize);
    }
}
