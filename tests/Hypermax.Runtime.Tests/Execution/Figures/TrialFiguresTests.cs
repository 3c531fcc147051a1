using Hypermax.Execution.Figures;

namespace Hypermax.Tests.Execution.Figures;

public sealed class TrialFiguresTests
{
    private static readonly OutcomeConstraint P99 = new("p99", 20);

    [Fact]
    public void Apply_Metrics_BecomeValuesAndConstraints()
    {
        TrialOutcome outcome = new TrialFigures(["error", "speed"], [P99]).Apply(Complete(double.NaN, ("speed", 3), ("error", 0.1), ("p99", 17)));

        Assert.Equal([0.1, 3], outcome.Values!);
        Assert.Equal(0.1, outcome.Value);
        Assert.Equal([new ConstraintValue(P99, 17)], outcome.Constraints);
    }

    [Fact]
    public void Apply_ValueAndObjectives_CanBeNamedToo()
    {
        TrialOutcome outcome = new TrialFigures(["loss", "speed"], [new OutcomeConstraint("speed", AtLeast: 2)]).Apply(Complete(0.5, ("speed", 3)));

        Assert.Equal([0.5, 3], outcome.Values!);
        Assert.Equal(3, Assert.Single(outcome.Constraints).Value);
    }

    [Fact]
    public void Apply_OneObjective_KeepsItsValue()
    {
        Assert.Equal(0.5, new TrialFigures(["Error"], []).Apply(Complete(0.5)).Value);
        Assert.Null(new TrialFigures(["Error"], []).Apply(Complete(0.5)).Values);
        Assert.Equal(0.1, new TrialFigures(["Error"], []).Apply(Complete(0.5, ("Error", 0.1))).Value);
    }

    [Fact]
    public void Apply_FigureMissing_FailsWithTheNearestName()
    {
        TrialOutcome outcome = new TrialFigures(["error", "speed"], []).Apply(Complete(double.NaN, ("eror", 1), ("speed", 2)));

        Assert.Equal((TrialState.Failed, FailureKind.BadResult), (outcome.State, outcome.Failure));
        Assert.Equal("The trial gave no figure 'error', which the search needs; it gave eror, speed. Did you mean 'eror'?", outcome.Message);
    }

    [Fact]
    public void Apply_FigureNotFinite_Fails() => Assert.Equal(
        FailureKind.NotFinite, new TrialFigures(["error", "speed"], []).Apply(Complete(double.NaN, ("error", double.NaN), ("speed", 2))).Failure);

    [Fact]
    public void Apply_OutcomeWithFigures_PassesUnchanged()
    {
        TrialOutcome own = TrialOutcome.Of([1, 2]) with { Constraints = [new ConstraintValue(P99, 4)] };

        TrialOutcome outcome = new TrialFigures(["a", "b"], [P99]).Apply(own);

        Assert.Equal([1, 2], outcome.Values!);
        Assert.Equal(own.Constraints, outcome.Constraints);
    }

    private static TrialOutcome Complete(double value, params (string Name, double Value)[] metrics) => new()
    {
        State = TrialState.Complete,
        Value = value,
        Metrics = metrics.ToDictionary(metric => metric.Name, metric => metric.Value, StringComparer.Ordinal),
    };
}
