using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

public sealed class RecursionAnalyzerTests
{
    [Fact]
    public Task Space_ContainsItself_HMX0008() => Analyzers.Verify("""
        using Hypermax;

        [SearchSpace]
        public partial record Node([Uniform(0, 1)] double Value, [Length(0, 2)] Node[] {|HMX0008:Children|});

        [SearchSpace]
        public partial record A(B {|HMX0008:B|});

        [SearchSpace]
        public partial record B(A? {|HMX0008:A|});
        """);

    [Fact]
    public Task Branch_LeadsBackToHierarchy_HMX0008() => Analyzers.Verify("""
        using Hypermax;

        [SearchSpace]
        public abstract partial record Booster
        {
            public sealed record None : Booster;
            public sealed record Stacked(Booster {|HMX0008:Inner|}) : Booster;
        }
        """);

    [Fact]
    public Task Space_SharedTwice_Fine() => Analyzers.Verify("""
        using Hypermax;

        [SearchSpace]
        public partial record Pair(Item Left, Item Right);

        [SearchSpace]
        public partial record Item([Uniform(0, 1)] double Value);
        """);
}
