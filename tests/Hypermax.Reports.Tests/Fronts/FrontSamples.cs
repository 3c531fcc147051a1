using Hypermax.Storage;

namespace Hypermax.Tests.Fronts;

/// <summary>Studies with several objectives and constraints whose every figure is fixed.</summary>
internal static class FrontSamples
{
    private static readonly OutcomeConstraint P99 = new("P99", 20);

    /// <summary>Gets a study of error, speed and, where there are three, size: the faster, the more errors; every fifth trial breaks the constraint.</summary>
    public static (StudyHeader Header, IReadOnlyList<TrialRecord> Trials) Study(int objectives = 2, int trials = 24)
    {
        Direction[] directions = [Direction.Minimize, Direction.Maximize, Direction.Minimize];
        StudyHeader header = StudySamples.Header("Weigh", new SearchSpace("S", [new NumericParameter("x", Law.Uniform, 0, 1)]), directions[..objectives]) with
        {
            ObjectiveNames = ((string[])["Error", "Speed", "Size"])[..objectives],
            Constraints = [P99],
        };
        return (header, [.. Enumerable.Range(0, trials).Select(number => Trial(number, trials, objectives))]);
    }

    private static TrialRecord Trial(int number, int trials, int objectives)
    {
        double x = (number * 7 % trials) / (double)trials;
        double[] values = [Math.Round(0.1 + (x * x) + (number % 3 * 0.05), 4), Math.Round((10 * x) - (number % 4), 4), Math.Round(100 * (1 - x), 2)];
        double p99 = number % 5 == 4 ? 20.5 + number : 10;
        values[0] = number % 5 == 4 ? Math.Round(values[0] / 3, 4) : values[0];
        return StudySamples.Trial(number, values[0], x) with
        {
            Outcome = TrialOutcome.Of(values[..objectives]) with
            {
                Metrics = new Dictionary<string, double>(StringComparer.Ordinal) { ["rows"] = number },
                Constraints = [new ConstraintValue(P99, p99)],
            },
        };
    }
}
