using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

public sealed class StrayAttributeAnalyzerTests
{
    [Fact]
    public Task Attribute_OutsideOfSpace_HMX0305() => Analyzers.Verify("""
        using Hypermax;

        public record Forest([{|HMX0305:Uniform(0, 1)|}] double Fraction, [property: {|HMX0305:LogUniform(1, 2)|}] double Rate);

        public sealed class Plain
        {
            [{|HMX0305:Choice(1, 2)|}, {|HMX0305:Ordered|}]
            public int Count { get; set; }

            public static double Of([{|HMX0305:Uniform(0, 1)|}] double x) => x;
        }

        [SearchSpace]
        public partial record Space([Uniform(0, 1)] double Fraction)
        {
            public double Times([{|HMX0305:Uniform(0, 1)|}] double x) => x * Fraction;
        }
        """);

    [Fact]
    public Task Attribute_InheritedByASpace_Checked() => Analyzers.Verify("""
        using Hypermax;

        public abstract record Common
        {
            [Uniform({|HMX0101:1, 0|})]
            public double Rate { get; init; }

            public int {|HMX0303:Count|} { get; init; }
        }

        [SearchSpace]
        public partial record Space([Uniform(0, 1)] double Fraction) : Common;
        """);

    [Fact]
    public Task Property_CannotBeSet_HMX0309() => Analyzers.Verify("""
        using Hypermax;

        [SearchSpace]
        public partial record Space([Uniform(0, 1)] double Fraction)
        {
            [{|HMX0309:Uniform(0, 1)|}]
            public double Fixed { get; }

            [{|HMX0309:Uniform(0, 1)|}]
            public static double Shared { get; set; }

            [{|HMX0309:Uniform(0, 1)|}]
            public double Hidden { get; private set; }
        }
        """);

    [Fact]
    public Task Property_NotSearchedWithLaw_HMX0304() => Analyzers.Verify("""
        using Hypermax;

        [SearchSpace]
        public partial record Space([Uniform(0, 1)] double Fraction)
        {
            [NotSearched, {|HMX0304:Uniform(0, 1)|}]
            public double Left { get; init; }

            [NotSearched]
            public object? Notes { get; set; }

            [LogUniform(1, 10)]
            public required double Rate { get; init; }

            public double Derived => Fraction * Rate;
        }
        """);
}
