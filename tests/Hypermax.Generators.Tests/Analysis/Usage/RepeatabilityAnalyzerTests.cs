using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Usage;

public sealed class RepeatabilityAnalyzerTests
{
    [Theory]
    [InlineData("{|HMX1101:new Random()|}.NextDouble()")]
    [InlineData("{|HMX1101:Random.Shared|}.NextDouble()")]
    [InlineData("{|HMX1101:new Random(Environment.TickCount)|}.NextDouble()")]
    [InlineData("((Func<double>)(() => {|HMX1101:new Random()|}.NextDouble()))()")]
    public Task Random_NoSeed_HMX1101(string value) => Verify(value);

    [Theory]
    [InlineData("{|HMX1102:DateTime.Now|}.Ticks")]
    [InlineData("{|HMX1102:DateTime.UtcNow|}.Ticks")]
    [InlineData("{|HMX1102:DateTimeOffset.UtcNow|}.Ticks")]
    public Task Clock_Read_HMX1102(string value) => Verify(value);

    [Fact]
    public Task Guid_New_HMX1103() => Verify("{|HMX1103:Guid.NewGuid()|}.GetHashCode()");

    [Theory]
    [InlineData("trial.Random.NextDouble()")]
    [InlineData("new Random(trial.Seed).NextDouble()")]
    [InlineData("System.Diagnostics.Stopwatch.GetTimestamp()")]
    [InlineData("new Shop.Random().Next()")]
    public Task Source_Seeded_Fine(string value) => Verify(value);

    [Fact]
    public Task Random_OutsideOfObjective_Fine() => Analyzers.Verify("""
        public static class Other
        {
            public static double Draw() => new Random().NextDouble();
        }
        """);

    private static Task Verify(string value) => Analyzers.Verify($$"""
        using Hypermax;

        [SearchSpace]
        public partial record Forest([Uniform(0, 1)] double Fraction);

        public static partial class Training
        {
            [Objective]
            public static double Train(Forest p, TrialContext trial) => {{value}};
        }

        namespace Shop
        {
            public sealed class Random
            {
                public double Next() => 4;
            }
        }
        """);
}
