using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

public sealed class NameClashAnalyzerTests
{
    [Theory]
    [InlineData("public static int {|HMX0010:SearchSpace|} => 1;")]
    [InlineData("public sealed class {|HMX0010:GeneratedBinder|};")]
    [InlineData("[Uniform(0, 1)] public double {|HMX0010:HasValue|} { get; init; }")]
    public Task Member_TakesAReservedName_HMX0010(string member) => Analyzers.Verify($$"""
        using Hypermax;

        [SearchSpace]
        public partial record Space([Uniform(0, 1)] double X)
        {
            {{member}}
        }
        """);
}
