using Hypermax.Numerics;
using Hypermax.Spaces;
using Hypermax.Storage;

namespace Hypermax.Tests;

/// <summary>Studies whose every figure is fixed, for tests of reports.</summary>
internal static class StudySamples
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A forest with every kind of parameter and a branch; each ninth trial fails, each eleventh is pruned.</summary>
    public static (StudyHeader Header, IReadOnlyList<TrialRecord> Trials) Forest(int trials = 40, Direction direction = Direction.Minimize)
    {
        SearchSpace space = ForestSpace();
        SpaceGeometry geometry = new(space);
        SeedStream stream = new(7, 0, "samples");
        return (Header("Forest", space, direction), [.. Enumerable.Range(0, trials).Select(number => ForestTrial(geometry, stream, number, direction))]);
    }

    public static StudyHeader Header(string name, SearchSpace space, params Direction[] directions) => new()
    {
        Name = name,
        Space = space,
        Directions = directions.Length == 0 ? [Direction.Minimize] : directions,
        Seed = 42,
        Method = "tpe",
        Version = "1.2.3",
        Created = Start,
    };

    public static SearchSpace ForestSpace() => new("ForestParams",
    [
        new NumericParameter(
            "Trees", Law.LogUniform, 1, 1000, isInteger: true, facts: new ParameterFacts { Description = "how many trees vote", Default = 100 }),
        new NumericParameter("FeatureFraction", Law.Uniform, 0.1, 1),
        new CategoricalParameter("Criterion", ["gini", "entropy"]),
        new CategoricalParameter("Bootstrap", [false, true]),
        new CategoricalParameter("Booster", ["None", "Gradient"]),
        new NumericParameter("Booster.LearningRate", Law.LogUniform, 1e-3, 0.5, facts: new ParameterFacts { Conditions = [new Condition(4, 1, 1)] }),
    ]);

    public static TrialRecord Trial(int number, double value, params double[] vector) => new()
    {
        Number = number,
        Point = [.. vector],
        State = TrialState.Complete,
        Outcome = TrialOutcome.Of(value),
        Started = Start.AddSeconds(number),
        Duration = TimeSpan.FromSeconds(1),
    };

    private static TrialRecord ForestTrial(SpaceGeometry geometry, SeedStream stream, int number, Direction direction)
    {
        double[] vector = geometry.Sample(stream);
        double loss = Math.Round(Math.Abs(Math.Log10(vector[0]) - 2) + Math.Abs(vector[1] - 0.3) + (vector[4] == 1 ? 0 : 0.2), 6);
        double value = direction == Direction.Maximize ? 10 - loss : loss;
        TrialOutcome outcome = number switch
        {
            _ when number % 9 == 8 => TrialOutcome.Fail(
                FailureKind.Memory, "The trial used 4.1 GB, above its limit of 4 GB, and was stopped. Raise the limit or narrow 'Trees'."),
            _ when number % 11 == 10 => new TrialOutcome { State = TrialState.Pruned, Value = value },
            _ => new TrialOutcome
            {
                State = TrialState.Complete,
                Value = value,
                Metrics = new Dictionary<string, double>(StringComparer.Ordinal) { ["accuracy"] = Math.Round(1 - (loss / 10), 4) },
            },
        };
        return new TrialRecord
        {
            Number = number,
            Point = [.. vector],
            State = outcome.State,
            Outcome = outcome,
            Started = Start.AddSeconds(number * 1.5),
            Duration = TimeSpan.FromMilliseconds(500 + (37 * number % 900)),
            Worker = number % 2,
        };
    }
}
