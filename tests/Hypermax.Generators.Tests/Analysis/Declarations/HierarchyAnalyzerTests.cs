using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

public sealed class HierarchyAnalyzerTests
{
    [Fact]
    public Task Branch_NotSealed_HMX0003() => Analyzers.Verify("""
        using Hypermax;

        [SearchSpace]
        public abstract partial record Booster
        {
            public partial record {|HMX0003:None|} : Booster;
            public sealed partial record Gradient([Uniform(0, 1)] double Rate) : Booster;
        }
        """);

    [Fact]
    public Task Hierarchy_NoBranches_HMX0004() => Analyzers.Verify("""
        using Hypermax;

        [SearchSpace]
        public abstract partial record {|HMX0004:Booster|}
        {
            public sealed record NotDerived;
        }
        """);

    [Fact]
    public Task Branch_DerivedOutside_HMX0005() => Analyzers.Verify("""
        using Hypermax;

        [SearchSpace]
        public abstract partial record Booster
        {
            public sealed record None : Booster;
        }

        public sealed record {|HMX0005:Gradient|} : Booster;
        """);

    [Fact]
    public Task Branches_SameNameAtTwoDepths_HMX0012() => Analyzers.Verify("""
        using Hypermax;

        [SearchSpace]
        public abstract partial record Booster
        {
            public sealed record None : Booster;

            public abstract record Tree : Booster
            {
                public sealed new record {|HMX0012:None|} : Tree;
            }
        }
        """);

    [Fact]
    public Task Branch_AbstractWithoutBranches_HMX0013() => Analyzers.Verify("""
        using Hypermax;

        [SearchSpace]
        public abstract partial record Booster
        {
            public sealed record None : Booster;
            public abstract record {|HMX0013:Tree|} : Booster;
        }
        """);

    [Fact]
    public Task Branch_GenericOrHidden_HMX0011AndHMX0007() => Analyzers.Verify("""
        using Hypermax;

        [SearchSpace]
        public abstract partial record Booster
        {
            public sealed record {|HMX0011:Generic|}<T> : Booster;
            private sealed record {|HMX0007:Hidden|} : Booster;
            public sealed record None : Booster;
        }
        """);

    [Fact]
    public Task Hierarchy_RequiredPropertyAcrossLevels_HMX0006() => Analyzers.Verify("""
        using Hypermax;

        [SearchSpace]
        public abstract partial record {|HMX0006:Booster|}
        {
            [Uniform(0, 1)]
            public required double Rate { get; init; }

            public abstract record Tree : Booster
            {
                public sealed record Deep : Tree;
            }
        }
        """);

    [Fact]
    public Task Hierarchy_TwoLevels_Fine() => Analyzers.Verify("""
        using Hypermax;

        [SearchSpace]
        public abstract partial record Booster
        {
            public sealed record None : Booster;

            public abstract record Tree : Booster
            {
                public sealed record Shallow([Uniform(1, 3)] int Depth) : Tree;
                public sealed record Deep([Uniform(4, 30)] int Depth) : Tree;
            }
        }
        """);
}
