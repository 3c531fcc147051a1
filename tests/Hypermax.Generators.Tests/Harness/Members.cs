namespace Hypermax.Generators.Tests.Harness;

/// <summary>Verifies single parameters inside a search space that has everything they may refer to.</summary>
public static class Members
{
    public static Task Verify(string parameter) => Analyzers.Verify($$"""
        using Hypermax;

        namespace Sample;

        [SearchSpace]
        public partial record Space([Uniform(0, 1)] double Other, {{parameter}});

        public enum Colour { Red, Green, Blue }

        public sealed record Plain(int Value);

        [SearchSpace]
        public partial record Inner([Uniform(0, 1)] double Value);

        [SearchSpace]
        public abstract partial record Booster
        {
            public sealed record None : Booster;
            public sealed record Gradient([Uniform(0, 1)] double Rate) : Booster;
        }
        """);
}
