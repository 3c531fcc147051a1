using Hypermax.Fronts.Choosing;
using Hypermax.Storage;

namespace Hypermax.Tests.Fronts;

public sealed class FrontChoiceTests
{
    private static readonly string[] Names = ["Error", "Speed"];

    private static readonly string[] Limited = ["p99", "speed"];

    private static readonly StudyHeader Header = new()
    {
        Name = "S",
        Space = new SearchSpace("S", [new NumericParameter("x", Law.Uniform, 0, 1)]),
        Directions = [Direction.Minimize, Direction.Maximize],
        ObjectiveNames = Names,
        Seed = 0,
        Method = "random",
        Version = "1",
        Created = DateTimeOffset.UnixEpoch,
    };

    // Errors 0.1, 0.2, 0.5 and 0.9 for speeds 10, 40, 60 and 65, with a p99 of 3, 8, 12 and 19; trial 4 is beaten, trial 5 infeasible.
    private static readonly TrialRecord[] Trials =
    [
        Trial(0, 3, 0.1, 10), Trial(1, 8, 0.2, 40), Trial(2, 12, 0.5, 60), Trial(3, 19, 0.9, 65), Trial(4, 5, 0.6, 30), Trial(5, 30, 0.01, 99),
    ];

    [Theory]
    [InlineData("knee", 1)]
    [InlineData("KNEE", 1)]
    [InlineData("2", 2)]
    [InlineData("4", 4)]
    [InlineData("Error", 0)]
    [InlineData("Speed", 3)]
    [InlineData("1*Error + 0*Speed", 0)]
    [InlineData("0.9*Error + 0.1*speed", 0)]
    [InlineData("0.2*Error+0.8*Speed", 2)]
    [InlineData("Error <= 0.5", 2)]
    [InlineData("Speed>=50", 2)]
    [InlineData("speed >= 20 and Error <= 0.95", 2)]
    [InlineData("0.15 <= Error <= 0.6", 2)]
    [InlineData("p99 <= 15 and Error <= 0.95", 2)]
    [InlineData("P99 <= 5", 0)]
    public void Of_AnyForm_IsTheTrialThatWasMeant(string text, int trial) => Assert.Equal(trial, Choose(text).Number);

    [Theory]
    [InlineData("7", "there is no trial 7; the trials of the front are 0, 1, 2, 3")]
    [InlineData("5", "trial 5 is infeasible: p99 is 30; the trials of the front are 0, 1, 2, 3")]
    [InlineData("Error <= 0.05", "no trial of the front keeps Error <= 0.05; nearest is trial 0 with Error 0.1")]
    [InlineData("p99 <= 1", "no trial of the front keeps p99 <= 1; nearest is trial 0 with p99 3")]
    [InlineData("p90 <= 1", "'p90', at position 1, is neither an objective nor a constraint; did you mean 'p99'?")]
    [InlineData("0.5*p99 + Error", "'p99', at position 5, is no objective; they are Error, Speed.")]
    [InlineData("Eror <= 0.05", "'Eror', at position 1, is neither an objective nor a constraint; did you mean 'Error'?")]
    [InlineData("0.5*Error + 0.5*Spede", "'Spede', at position 17, is no objective; did you mean 'Speed'?")]
    [InlineData("Error - Speed", "'Error - Speed' cannot be understood from '- Speed' on, at position 7.")]
    [InlineData("", "'' cannot be understood")]
    [InlineData("0*Error", "'0*Error' weighs nothing.")]
    [InlineData("Error <= fast", "'Error <= fast' is no limit.")]
    public void Of_WhatMakesNoSense_SaysWhatThereIs(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<ChoiceException>(() => Choose(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_FrontOfOnePoint_IsThatTrialHoweverItIsChosen() => Assert.All(
        ["knee", "0.5*Error + 0.5*Speed", "Error <= 1", "0"],
        text => Assert.Equal(0, FrontChoice.Parse(text, Names, Limited).Of([Trials[0]], Header, Trials).Number));

    private static TrialRecord Choose(string text) => FrontChoice.Parse(text, Names, Limited).Of(Trials[..4], Header, Trials);

    private static TrialRecord Trial(int number, double p99, params double[] values) => new()
    {
        Number = number,
        Point = [0.5],
        State = TrialState.Complete,
        Outcome = TrialOutcome.Of(values) with { Constraints = [new ConstraintValue(new OutcomeConstraint("p99", 20), p99)] },
    };
}
