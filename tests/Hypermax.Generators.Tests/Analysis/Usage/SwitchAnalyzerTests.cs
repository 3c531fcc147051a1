using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Usage;

public sealed class SwitchAnalyzerTests
{
    [Theory]
    [InlineData("b {|HMX0501:switch|} { Booster.None => 0, _ => throw new InvalidOperationException() }")]
    [InlineData("b {|HMX0501:switch|} { Booster.None => 0, Booster.Tree.Deep => 1, Booster.Gradient { Rate: "
        + "> 0.5 } => 2, Booster.Tree => 3, _ => throw new InvalidOperationException() }")]
    [InlineData("b {|HMX0501:{|CS8509:switch|}|} { Booster.None => 0, Booster.Gradient g when g.Rate > 0 => 1, Booster.Tree => 2 }")]
    public Task Expression_MissesBranch_HMX0501(string expression) => Verify($"return {expression};");

    [Theory]
    [InlineData("b switch { Booster.None => 0, Booster.Gradient => 1, Booster.Tree => 2 }")]
    [InlineData("b switch { Booster.None or Booster.Gradient => 0, Booster.Tree.Shallow => 1, Booster.Tree.Deep { Depth: var depth } => depth }")]
    [InlineData("b switch { Booster.None => 0, Booster.Gradient(var rate) => rate, Booster.Tree tree => 2, _ => throw new InvalidOperationException() }")]
    [InlineData("b switch { Booster.None => 0, _ => 1 }")]
    [InlineData("b switch { Booster.None => 0, not Booster.None => 1 }")]
    [InlineData("b switch { Booster.None => 0, var other => other.GetHashCode() }")]
    public Task Expression_CoversAll_Fine(string expression) => Verify($"return {expression};");

    [Fact]
    public Task Statement_MissesBranch_HMX0501() => Verify("""
        {|HMX0501:switch|} (b)
                {
                    case Booster.None: return 0;
                    case Booster.Gradient g: return g.Rate;
                    default: throw new InvalidOperationException();
                }
        """);

    [Fact]
    public Task Statement_CoversAll_Fine() => Verify("""
        switch (b)
                {
                    case Booster.None: return 0;
                    case Booster.Gradient: return 1;
                    case Booster.Tree: return 2;
                }

                return 3;
        """);

    [Fact]
    public Task Statement_OtherDefault_Fine() => Verify("switch (b) { case Booster.None: return 0; default: return 1; }");

    [Fact]
    public Task Switch_OverIntermediateBranch_CountsItsOwnBranches() =>
        Verify("return ((Booster.Tree)b) {|HMX0501:switch|} { Booster.Tree.Deep => 1, _ => throw new InvalidOperationException() };");

    private static Task Verify(string body) => Analyzers.Verify($$"""
        using Hypermax;

        [SearchSpace]
        public abstract partial record Booster
        {
            public sealed record None : Booster;
            public sealed record Gradient([Uniform(0, 1)] double Rate) : Booster;

            public abstract record Tree : Booster
            {
                public sealed record Shallow([Uniform(1, 3)] int Depth) : Tree;
                public sealed record Deep([Uniform(4, 30)] int Depth) : Tree;
            }
        }

        public static class Use
        {
            public static double Of(Booster b)
            {
                {{body}}
            }
        }
        """);
}
