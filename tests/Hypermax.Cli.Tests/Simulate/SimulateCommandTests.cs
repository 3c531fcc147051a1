using System.Text.Json;
using Hypermax.Numerics;
using Hypermax.Simulate;

namespace Hypermax.Tests.Simulate;

public sealed class SimulateCommandTests : IDisposable
{
    private static readonly SearchSpace Space = new(
        "bowl",
        [
            new NumericParameter("x", Law.Uniform, -1, 1),
            new NumericParameter("depth", Law.Uniform, 1, 9, isInteger: true),
            new CategoricalParameter("kind", ["plain", "good"]),
        ]);

    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-simulate-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Simulate_SmoothLoss_ForetellsWhatASearchFinds()
    {
        Search(30, point => Bowl(point));

        JsonElement found = Run();

        Assert.InRange(found.GetProperty("skill").GetDouble(), 0.7, 1);
        double best = found.GetProperty("expectedBest").GetDouble();
        double[] losses = [.. found.GetProperty("search").EnumerateArray().Select(step => step.GetProperty("loss").GetDouble())];
        Assert.Equal(losses.OrderDescending(), losses);
        Assert.True(losses[^1] <= best + 1e-9);

        // The least of the space is 0, at x = 0.3, depth = 6 and kind = good.
        JsonElement limit = found.GetProperty("limit");
        Assert.InRange(0, limit.GetProperty("low").GetDouble() - 0.02, limit.GetProperty("high").GetDouble() + 0.02);
        JsonElement values = found.GetProperty("params");
        Assert.Equal((6, "good"), (values.GetProperty("depth").GetInt32(), values.GetProperty("kind").GetString()));
        Assert.InRange(values.GetProperty("x").GetDouble(), 0.1, 0.5);
    }

    [Fact]
    public void Simulate_HeldParameters_StayAndCostWhatTheyCost()
    {
        Search(30, point => Bowl(point));

        JsonElement found = Run("depth=2", "kind=plain");

        JsonElement values = found.GetProperty("params");
        Assert.Equal((2, "plain"), (values.GetProperty("depth").GetInt32(), values.GetProperty("kind").GetString()));
        JsonElement predicted = found.GetProperty("predicted");
        double least = Bowl([0.3, 2, 0]);
        Assert.InRange(predicted.GetProperty("loss").GetDouble(), 0.7 * least, 1.3 * least);
        Assert.True(predicted.GetProperty("low").GetDouble() < predicted.GetProperty("high").GetDouble());
    }

    [Fact]
    public void Simulate_MaximizedStudy_SpeaksOfItsOwnValues()
    {
        Search(30, point => 5 - Bowl(point), Direction.Maximize);

        JsonElement found = Run();

        JsonElement limit = found.GetProperty("limit");
        Assert.InRange(limit.GetProperty("value").GetDouble(), found.GetProperty("expectedBest").GetDouble() - 1e-9, 5.3);
        Assert.True(limit.GetProperty("low").GetDouble() <= limit.GetProperty("high").GetDouble());
    }

    [Fact]
    public void Simulate_NoiseAlone_IsRefusedInWords()
    {
        SeedStream noise = new(3, 0, "noise");
        Search(40, _ => noise.NextNormal());

        Assert.Equal(ExitCodes.Failed, SimulateCommand.Run(_folder, more: null, [], isJson: false, _output, _errors));

        Assert.Empty(_output.ToString());
        Assert.Contains("has no skill", _errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCodes.Failed, "19 complete trials", null)]
    [InlineData(ExitCodes.Usage, "no parameter 'dept'", null, "dept=3")]
    [InlineData(ExitCodes.Usage, "must lie between 1 and 9", null, "depth=30")]
    [InlineData(ExitCodes.Usage, "write NAME=VALUE", null, "depth")]
    [InlineData(ExitCodes.Usage, "from 1 to 200", 201)]
    public void Simulate_WhatCannotBe_IsSaid(int code, string expected, int? more, params string[] fix)
    {
        Search(19, point => Bowl(point));

        Assert.Equal(code, SimulateCommand.Run(_folder, more, fix, isJson: false, _output, _errors));

        Assert.Contains(expected, _errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("front", "has several objectives, and one loss is simulated")]
    [InlineData("constraint", "has constraints, which the model does not know")]
    [InlineData("constant", "has the same loss, 2, in all of 25 trials")]
    public void Simulate_WhatOneLossDoesNotTell_IsRefusedInWords(string study, string expected)
    {
        TrialOutcome Outcome(Point point) => study switch
        {
            "front" => TrialOutcome.Of([Bowl(point), point[1]]),
            "constraint" => TrialOutcome.Of(Bowl(point)) with { Constraints = [new ConstraintValue(new OutcomeConstraint("p99", 20), point[1])] },
            _ => TrialOutcome.Of(2),
        };
        Search(25, new StudyOptions { Directions = study == "front" ? [Direction.Minimize, Direction.Maximize] : [Direction.Minimize] }, Outcome);

        Assert.Equal(ExitCodes.Failed, SimulateCommand.Run(_folder, more: null, [], isJson: false, _output, _errors));

        Assert.Empty(_output.ToString());
        Assert.Contains(expected, _errors.ToString(), StringComparison.Ordinal);
    }

    private static double Bowl(Point point) => Math.Pow(point[0] - 0.3, 2) + (0.05 * Math.Pow(point[1] - 6, 2)) + (point[2] == 1 ? 0 : 0.4);

    private void Search(int trials, Func<Point, double> loss, Direction direction = Direction.Minimize) =>
        Search(trials, new StudyOptions { Direction = direction }, point => TrialOutcome.Of(loss(point)));

    private void Search(int trials, StudyOptions options, Func<Point, TrialOutcome> outcome)
    {
        using Study study = Study.Create(Space, options with { Method = "random", Seed = 1, Folder = _folder, Name = "bowl" });
        for (int i = 0; i < trials; i++)
        {
            Trial trial = study.Ask()!;
            study.Tell(trial, outcome(trial.Point));
        }
    }

    private JsonElement Run(params string[] fix)
    {
        int code = SimulateCommand.Run(_folder, more: 20, fix, isJson: true, _output, _errors);
        Assert.Equal((ExitCodes.Done, string.Empty), (code, _errors.ToString()));
        return JsonDocument.Parse(_output.ToString()).RootElement;
    }
}
