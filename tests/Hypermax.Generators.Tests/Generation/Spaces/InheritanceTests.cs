using System.Reflection;
using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Generation.Spaces;

/// <summary>Of a parameter that several types declare, the most derived declaration counts; what it does not say, the one below it says.</summary>
public sealed class InheritanceTests
{
    private const string Source = """
        using Hypermax;

        public abstract class Ground
        {
            [Uniform(0, 1)] public abstract double Abstract { get; init; }
            [Uniform(1, 2), Name("renamed")] public virtual double Kept { get; set; }
            [NotSearched] public virtual bool Opened { get; set; }
            public virtual bool Closed { get; set; }
            [Choice("a", "b")] public string Retyped { get; set; } = "a";
            [Uniform(0, 1)] public double Hidden { get; set; }
        }

        public class Middle : Ground
        {
            public override double Abstract { get; init; }
            public override double Kept { get => base.Kept; }
        }

        [SearchSpace]
        public partial class Class : Middle
        {
            [Uniform(5, 6)] public override double Abstract { get; init; }
            [LogUniform(2, 3)] public override bool Opened { get; set; }
            [NotSearched] public override bool Closed { get; set; }
            [UniformInt(2, 5)] public new int Retyped { get; set; }
            public new double Hidden => 1;
        }

        public record Positional([Uniform(0, 1)] double X, [Choice("p", "q")] string Y);

        [SearchSpace] public sealed partial record Filled : Positional { public Filled() : base(0.5, "p") { } public bool W { get; init; } }
        [SearchSpace] public partial record Passed(double X, string Y) : Positional(X, Y);
        [SearchSpace] public partial record Narrowed([Uniform(3, 4)] double X, string Y) : Passed(X, Y);

        public class Generic<T> { [Uniform(0, 1)] public T Value { get; set; } = default!; [Uniform(0, 1)] public virtual T Other { get; set; } = default!; }
        [SearchSpace] public partial class Closed : Generic<double> { [Uniform(2, 3)] public override double Other { get; set; } }

        [SearchSpace] public partial class Demanding { [Uniform(0, 1)] public virtual required double X { get; init; } }
        [SearchSpace] public partial class Relaxed : Demanding { [Uniform(3, 4)] public override required double X { get; init; } }

        [SearchSpace]
        public abstract partial record Branches
        {
            public abstract double Own { get; init; }
            [Uniform(0, 1)] public virtual double Shared { get; init; }

            public sealed record A : Branches { [Uniform(1, 2)] public override double Own { get; init; } public override double Shared { get; init; } }
            public sealed record B : Branches { [Uniform(3, 4)] public override double Own { get; init; } }
        }

        public static partial class Objectives
        {
            [Objective] public static double OfClass(Class p) => p.Abstract;
            [Objective] public static double OfBranches(Branches p) => p.Own;
            [Objective] public static double OfRelaxed(Relaxed p) => p.X;
        }
        """;

    private static readonly Lazy<Assembly> Compiled = new(
        () => GeneratorRun.Of(
            Source.Replace("[LogUniform(2, 3)] public override bool Opened", "[Choice] public override bool Opened", StringComparison.Ordinal)).Load());

    [Theory]
    [InlineData("Class", "Abstract: 5 to 6, renamed: 1 to 2, Opened: False True, Retyped: 2 to 5")]
    [InlineData("Filled", "X: 0 to 1, Y: p q, W: False True")]
    [InlineData("Passed", "X: 0 to 1, Y: p q")]
    [InlineData("Narrowed", "X: 3 to 4, Y: p q")]
    [InlineData("Closed", "Value: 0 to 1, Other: 2 to 3")]
    [InlineData("Relaxed", "X: 3 to 4")]
    [InlineData("Branches", "$branch: A B, Shared: 0 to 1, A.Own: 1 to 2, B.Own: 3 to 4")]
    public void Space_OfDerivedType_HasTheMostDerivedLaws(string type, string expected)
    {
        SearchSpace space = GeneratorRun.Space(Compiled.Value, type);

        Assert.Equal(expected, string.Join(", ", space.Parameters.Select(Shown)));
    }

    [Fact]
    public async Task Source_OfDerivedTypes_IsTakenByTheAnalyzersToo()
    {
        GeneratorRun run = GeneratorRun.Of(Source);

        (IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic> own, _, IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic> bare) = await run.Look();

        // The law of a derived declaration is looked at where it stands: numbers cannot be drawn for a bool.
        Assert.Equal("HMX0301", Assert.Single(own).Id);
        Assert.Empty(bare);
    }

    private static string Shown(Parameter parameter) => parameter switch
    {
        NumericParameter number => FormattableString.Invariant($"{number.Name}: {number.Low} to {number.High}"),
        CategoricalParameter choice => $"{choice.Name}: {string.Join(' ', choice.Choices)}",
        _ => parameter.Name,
    };
}
