using System.Reflection;
using Hypermax.Building;
using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Spaces;

namespace Hypermax.Generators.Tests.Language;

public sealed class DefaultTests
{
    [Fact]
    public void Tuned_NoFile_IsTheDefaultPointOfTheRunTime()
    {
        SearchSpace<Everything> space = Everything.SearchSpace;
        double[] expected = DefaultPoint.Of(space)!;

        double[] actual = space.Unbind(Studies.Tuned.Fit);

        for (int i = 0; i < space.Count; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) < 1e-3 || expected[i].Equals(actual[i]), $"{space.Parameters[i].Name}: {expected[i]} but {actual[i]}");
        }
    }

    [Theory]
    [InlineData(Law.Uniform, 0, 1, 0.05)]
    [InlineData(Law.Uniform, -7, 12.5, 0.75)]
    [InlineData(Law.Uniform, 0, 1, 1.0 / 6)]
    [InlineData(Law.Uniform, 1.0 / 3, 1200, 1.0 / 7)]
    [InlineData(Law.LogUniform, 1e-40, 1, 1.0 / 6)]
    [InlineData(Law.Uniform, 3, 1e9, 1)]
    [InlineData(Law.LogUniform, 8, 1024, 8)]
    [InlineData(Law.LogUniform, 1e-5, 1, 0)]
    [InlineData(Law.Normal, double.NegativeInfinity, double.PositiveInfinity, 10)]
    [InlineData(Law.LogNormal, 0, double.PositiveInfinity, 0.5)]
    [InlineData(Law.LogNormal, 0.1, 3, 0)]
    public void Grid_AnyDomain_AgreesWithTheRunTime(Law law, double low, double high, double step)
    {
        double? given = step == 0 ? null : step;
        NumericParameter parameter = new("P", law, low, high, given, mean: 1.3, deviation: 2);
        NumericDomain domain = new(law.ToString(), low, high, given, IsInteger: false, 1.3, 2);

        Assert.Equal(parameter.Middle, domain.Middle);
        for (double value = -50; value < 2000; value += 0.37)
        {
            Assert.Equal(parameter.Snap(value), domain.Grid.Snap(value));
            Assert.Equal(parameter.Contains(value), domain.Contains(value));
        }
    }

    [Fact]
    public async Task Registry_OfThisAssembly_EvaluatesTheObjective()
    {
        ObjectiveDescriptor objective = Assert.Single(ObjectiveRegistry.Of(typeof(Studies).Assembly)!);
        double value = await objective.Evaluate(DefaultPoint.Of(objective.Space)!, new QuietTrial());

        Assert.Equal(("Fit", "3", 0.01), (objective.Name, objective.Settings["Trials"], value));
        Assert.Equal("Language/Studies.cs", objective.Position.File);
    }

    private sealed class QuietTrial : TrialContext
    {
        public override int Number => 0;

        public override CancellationToken Cancellation => CancellationToken.None;

        public override int Seed => 1;

        public override Random Random { get; } = new(1);

        public override void Report(double value, long step)
        {
        }

        public override void SetMetric(string name, double value)
        {
        }

        public override void SetAttribute(string name, string value)
        {
        }
    }
}
