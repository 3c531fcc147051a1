using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

public sealed class RelatedDefaultAnalyzerTests
{
    [Theory]
    [InlineData("[Uniform(0, 1, Default = {|HMX0407:0.8|}), LessThan(\"Y\")] double X, [Uniform(0, 1, Default = 0.5)] double Y")]
    [InlineData("[Uniform(0, 1, Default = {|HMX0407:0.5|}), LessThan(\"Y\")] double X, [Uniform(0, 1, Default = 0.5)] double Y")]
    [InlineData("[Uniform(0, 1, Default = {|HMX0407:1|}), LessThan(\"Other\")] double X")]
    [InlineData("[Uniform(0.5, 1), LessThan(\"Y\")] double X, [Uniform(0, 1, Default = {|HMX0407:0.2|})] double Y")]
    [InlineData(
        "[UniformInt(0, 9, Default = {|HMX0407:3|}), LessThan(\"Y\")] int X, [UniformInt(0, 9), LessThan(\"Z\")] int Y, [UniformInt(0, 9, Default = 4)] int Z")]
    [InlineData("[UniformInt(0, 9), LessThan(\"Y\")] int X = {|HMX0407:7|}, [UniformInt(0, 9)] int Y = 6")]
    public Task Order_DefaultsContradict_HMX0407(string parameters) => Members.Verify(parameters);

    [Theory]
    [InlineData("[Uniform(0, 1, Default = 0.7), SumsTo(1)] double X, [Uniform(0, 1, Default = {|HMX0407:0.5|}), SumsTo(1)] double Y")]
    [InlineData("[Uniform(0, 1, Default = {|HMX0407:0.95|}), SumsTo(1)] double X, [Uniform(0.1, 1), SumsTo(1)] double Y")]
    public Task Sum_DefaultsContradict_HMX0407(string parameters) => Members.Verify(parameters);

    [Theory]
    [InlineData("[Uniform(0, 1, Default = 0.4), LessThan(\"Y\")] double X, [Uniform(0, 1, Default = 0.5)] double Y")]
    [InlineData("[Uniform(0, 1, Default = 0.5), LessThan(\"Y\", OrEqual = true)] double X, [Uniform(0, 1, Default = 0.5)] double Y")]
    [InlineData("[UniformInt(0, 9, Default = 3), LessThan(\"Y\")] int X, [UniformInt(0, 9), LessThan(\"Z\")] int Y, [UniformInt(0, 9, Default = 5)] int Z")]
    [InlineData("[Uniform(0, 1, Default = 0.7), SumsTo(1)] double X, [Uniform(0, 1), SumsTo(1)] double Y")]
    [InlineData("[Uniform(0, 1, Default = 0.7), SumsTo(1)] double X, [Uniform(0, 1, Default = 0.2), SumsTo(1)] double Y, [Uniform(0, 1, Default = 0.1), "
        + "SumsTo(1)] double Z")]
    [InlineData("[Uniform(0, 1), LessThan(\"Y\")] double X, [Uniform(0, 1)] double Y")]
    public Task Relation_DefaultsAgree_Fine(string parameters) => Members.Verify(parameters);

    [Fact]
    public Task Branch_DefaultsContradict_HMX0407() => Analyzers.Verify("""
        using Hypermax;

        [SearchSpace]
        public abstract partial record Kernel
        {
            public sealed record Flat : Kernel;

            public sealed record Bent : Kernel
            {
                [Uniform(0, 9), LessThan(nameof(High))]
                public int Low { get; init; } = {|HMX0407:5|};

                [Uniform(0, 9)]
                public int High { get; init; } = 5;
            }
        }
        """);
}
