using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

public sealed class PartialAnalyzerTests
{
    [Fact]
    public Task Record_NotPartial_HMX0001() => Analyzers.Verify("""
        using Hypermax;

        [SearchSpace]
        public record {|HMX0001:Forest|}([Uniform(0, 1)] double Fraction);
        """);

    [Fact]
    public Task Container_NotPartial_HMX0002() => Analyzers.Verify("""
        using Hypermax;

        public static class {|HMX0002:Outer|}
        {
            public partial class Inner
            {
                [SearchSpace]
                public partial record struct Forest([Uniform(0, 1)] double Fraction);
            }
        }
        """);

    [Fact]
    public Task Branch_NotPartial_Fine() => Analyzers.Verify("""
        using Hypermax;

        [SearchSpace]
        public abstract partial record Booster
        {
            public sealed record None : Booster;
        }
        """);
}
