using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

public sealed class NameClashAnalyzerTests
{
    [Theory]
    [InlineData("public static int {|HMX0010:SearchSpace|} => 1;")]
    [InlineData("public sealed class {|HMX0010:GeneratedBinder|};")]
    public Task Member_TakesAReservedName_HMX0010(string member) => Analyzers.Verify($$"""
        using Hypermax;

        [SearchSpace]
        public partial record Space([Uniform(0, 1)] double X)
        {
            {{member}}
        }
        """);

    [Theory]
    [InlineData("public partial record Inner([Uniform(0, 1)] double HasValue);")]
    [InlineData("public partial record Inner([Name(\"HasValue\")] [Uniform(0, 1)] double X);")]
    [InlineData("public abstract partial record Inner { [Uniform(0, 1)] public double HasValue { get; init; } public sealed partial record A : Inner; }")]
    public Task AbsentSpace_HasHasValue_HMX0010(string inner) => Analyzers.Verify($$"""
        using Hypermax;

        [SearchSpace]
        public partial record Outer(Inner? {|HMX0010:Maybe|}, Inner Always);

        [SearchSpace]
        {{inner}}
        """);
}
