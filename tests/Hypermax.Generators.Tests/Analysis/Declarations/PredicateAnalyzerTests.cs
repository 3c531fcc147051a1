using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

public sealed class PredicateAnalyzerTests
{
    [Theory]
    [InlineData("public bool {|HMX0406:IsValid|}(Space value) => true;")]
    [InlineData("public static int {|HMX0406:IsValid|}(Space value) => 1;")]
    [InlineData("public static bool {|HMX0406:IsValid|}() => true;")]
    [InlineData("public static bool {|HMX0406:IsValid|}<T>(Space value) => true;")]
    public Task IsValid_OtherSignature_HMX0406(string method) => Verify(method);

    [Theory]
    [InlineData("public static bool IsValid(Space value) => value.Fraction > 0.5;")]
    [InlineData("private static bool IsValid(Space value) => true; public bool IsValid() => IsValid(this);")]
    public Task IsValid_OfTheSpace_Fine(string method) => Verify(method);

    [Fact]
    public Task IsValid_OfABranchAndPrivate_HMX0406() => Analyzers.Verify("""
        using Hypermax;

        [SearchSpace]
        public abstract partial record Space
        {
            public sealed record A([Uniform(0, 1)] double X) : Space
            {
                private static bool {|HMX0406:IsValid|}(A value) => true;
            }

            public sealed record B([Uniform(0, 1)] double X) : Space
            {
                internal static bool IsValid(B value) => true;
            }
        }
        """);

    private static Task Verify(string method) => Analyzers.Verify($$"""
        using Hypermax;

        [SearchSpace]
        public partial record Space([Uniform(0, 1)] double Fraction)
        {
            {{method}}
        }
        """);
}
