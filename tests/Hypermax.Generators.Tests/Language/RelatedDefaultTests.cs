using System.Reflection;
using Hypermax.Generators.Tests.Harness;
using Hypermax.Spaces;

namespace Hypermax.Generators.Tests.Language;

/// <summary>What a search begins with obeys the relations, and <c>Tuned</c> holds the same before a search.</summary>
public sealed class RelatedDefaultTests
{
    [Theory]
    [InlineData("[Uniform(0, 1), LessThan(\"B\")] double A, [Uniform(0, 1)] double B", "A=0.333 B=0.667")]
    [InlineData("[Uniform(0, 1), LessThan(\"B\")] double A, [Uniform(0, 1, Default = 0.5)] double B", "A=0.25 B=0.5")]
    [InlineData("[Uniform(0, 1, Default = 0.8), LessThan(\"B\")] double A, [Uniform(0, 1)] double B", "A=0.8 B=0.9")]
    [InlineData("[Uniform(0, 1), LessThan(\"B\")] double A, [Uniform(2, 3)] double B", "A=0.5 B=2.5")]
    [InlineData("[UniformInt(1, 3), LessThan(\"B\")] int A, [UniformInt(1, 3), LessThan(\"C\")] int B, [UniformInt(1, 3)] int C", "A=1 B=2 C=3")]
    [InlineData("[UniformInt(0, 9), LessThan(\"B\", OrEqual = true)] int A, [UniformInt(0, 4)] int B", "A=1 B=2")]
    [InlineData("[LogUniform(1e-4, 1), LessThan(\"B\")] double A, [LogUniform(1e-4, 1)] double B", "A=0.00215 B=0.0464")]
    [InlineData("[Normal(0, 1), LessThan(\"B\")] double A, [Normal(0, 1)] double B", "A=0 B=0.5")]
    [InlineData("[Uniform(0, 1), SumsTo(1)] double A, [Uniform(0, 1), SumsTo(1)] double B, [Uniform(0, 1), SumsTo(1)] double C", "A=0.333 B=0.333 C=0.333")]
    [InlineData("[Uniform(0, 1, Default = 0.7), SumsTo(1)] double A, [Uniform(0, 1), SumsTo(1)] double B, [Uniform(0, 2), SumsTo(1)] double C",
        "A=0.7 B=0.1 C=0.2")]
    [InlineData("[Normal(1, 1), SumsTo(9)] double A, [Normal(2, 1), SumsTo(9)] double B", "A=4 B=5")]
    public void Start_RelatedParameters_RelationsHold(string parameters, string expected)
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            using Hypermax;

            [SearchSpace]
            public partial record Space({{parameters}}, [Uniform(0, 1, Default = 0.5)] double Other);

            [SearchSpace]
            public abstract partial record Branched
            {
                public sealed record Only({{parameters}}, [Uniform(0, 1, Default = 0.5)] double Other) : Branched;
            }

            public static partial class Studies
            {
                [Objective]
                public static double Plain(Space space) => 0;

                [Objective]
                public static double InBranch(Branched space) => 0;
            }
            """);
        Assert.Empty(run.Problems());
        Assembly assembly = run.Load();

        Check(assembly, "Space", "Plain", string.Empty, expected);
        Check(assembly, "Branched", "InBranch", "Only.", expected);
    }

    private static void Check(Assembly assembly, string type, string study, string prefix, string expected)
    {
        object typed = assembly.GetType(type)!.GetProperty("SearchSpace")!.GetValue(null)!;
        SearchSpace space = (SearchSpace)typed;
        object tuned = assembly.GetType("Studies+Tuned")!.GetProperty(study)!.GetValue(null)!;

        double[] start = DefaultPoint.Of(space)!;
        double[] compiled = (double[])typed.GetType().GetMethod(nameof(SearchSpace<int>.Unbind))!.Invoke(typed, [tuned])!;

        Assert.True(new SpaceGeometry(space).Contains(start));
        Assert.All(space.Relations, relation => Assert.True(relation.Holds(start)));
        Assert.Equal(start, compiled);
        string[] names = [.. expected.Split(' ').Select(part => part.Split('=')[0])];
        Assert.Equal(expected, string.Join(" ", names.Select(name => FormattableString.Invariant($"{name}={start[space.IndexOf(prefix + name)]:G3}"))));
    }
}
