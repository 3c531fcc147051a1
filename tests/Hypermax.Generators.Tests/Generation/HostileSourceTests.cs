using System.Text.RegularExpressions;
using Hypermax.Generators.Tests.Harness;
using Hypermax.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hypermax.Generators.Tests.Generation;

/// <summary>Whatever stands in the editor, the generator neither throws nor stops making code for healthy types.</summary>
public sealed class HostileSourceTests
{
    private const string Healthy = "using Hypermax;\n[SearchSpace] public partial record Healthy([Uniform(0, 1)] double X);";

    private static readonly string[] Numbers =
    [
        "double.NaN", "double.PositiveInfinity", "-1e308", "1e308", "0", "-1", "int.MinValue", "\"x\"", "null", "typeof(int)", "1.5f", "'c'",
    ];

    private static readonly string[] Types =
    [
        "int", "byte", "ulong", "decimal", "string", "object", "dynamic", "Missing", "int?", "Booster?", "List<int>", "int[,]", "Span<int>", "ForestParams",
        "T", "(int, int)", "nint", "void", "int*", "Dictionary<string, int>",
    ];

    [Fact]
    public void Run_TokensDeletedOneByOne_NeverThrows()
    {
        int[] starts = [.. CSharpSyntaxTree.ParseText(Stories.Forest).GetRoot().DescendantTokens().Select(token => token.SpanStart)];
        GeneratorRun run = GeneratorRun.Of(Stories.Forest);
        for (int i = 0; i < starts.Length; i += 3)
        {
            int end = i + 1 < starts.Length ? starts[i + 1] : Stories.Forest.Length;
            run = Check(run, Stories.Forest.Remove(starts[i], end - starts[i]));
        }
    }

    [Fact]
    public void Run_TypesAndNumbersExchanged_NeverThrows()
    {
        SeedStream stream = new(7, 0, "mutations");
        GeneratorRun run = GeneratorRun.Of(Stories.Forest);
        Match[] numbers = [.. Regex.Matches(Stories.Forest, @"(?<=[(, ])[0-9][0-9.e-]*").Cast<Match>()];
        Match[] types = [.. Regex.Matches(Stories.Forest, @"\b(int|double|string|bool|Kernel|Booster|ForestParams)\b").Cast<Match>()];
        for (int i = 0; i < 150; i++)
        {
            Match at = i % 2 == 0 ? numbers[stream.NextInt(numbers.Length)] : types[stream.NextInt(types.Length)];
            string with = i % 2 == 0 ? Numbers[stream.NextInt(Numbers.Length)] : Types[stream.NextInt(Types.Length)];
            run = Check(run, Stories.Forest.Remove(at.Index, at.Length).Insert(at.Index, with));
        }
    }

    [Fact]
    public void Run_TypeBrokenOverSeveralEdits_KeepsTheOthers()
    {
        string broken = Stories.Forest.Replace("1, 1000", "11000", StringComparison.Ordinal);

        GeneratorRun run = Check(Check(Check(GeneratorRun.Of(Stories.Forest), Stories.Forest), broken), broken + " ");

        Assert.Contains("App.Booster.SearchSpace.g.cs", run.Sources.Keys);
        Assert.Contains("App.ForestParams.SearchSpace.g.cs", Check(run, Stories.Forest).Sources.Keys);
    }

    [Theory]
    [InlineData("[SearchSpace] public partial record A([Uniform(0, 1)] double X); [SearchSpace] public partial record A([Uniform(0, 1)] double X);")]
    [InlineData("[SearchSpace] public partial record A([Uniform(0, 1)] double X); [SearchSpace] public partial record a([Uniform(0, 1)] double X);")]
    [InlineData("[SearchSpace] public partial record A([Uniform(0, 1)] double X) { public static int SearchSpace; }")]
    [InlineData("[SearchSpace] public partial record A(A Self);")]
    [InlineData("[SearchSpace] public partial record A(B Other); [SearchSpace] public partial record B(A Other);")]
    [InlineData("[SearchSpace] public partial record A([Length(1, 3)] List<A> Children);")]
    [InlineData("[SearchSpace] public abstract partial record A { public sealed record B(A Inner) : A; }")]
    [InlineData("[SearchSpace] public abstract partial record A;")]
    [InlineData("[SearchSpace] public abstract partial record A { public record Open : A; }")]
    [InlineData("[SearchSpace] public static partial class A;")]
    [InlineData("[SearchSpace] public ref partial struct A;")]
    [InlineData("[SearchSpace] public partial class A([Uniform(0, 1)] double x);")]
    [InlineData("[SearchSpace] file partial record A([Uniform(0, 1)] double X);")]
    [InlineData("[SearchSpace] public partial record A<T>(T Value);")]
    [InlineData("[SearchSpace] public partial record A([Uniform(0, 1), Uniform(0, 2)] double X, [Choice] string Y, [Fixed(null)] string Z);")]
    [InlineData("[SearchSpace] public partial record A([Choice(\"a\", \"a\")] string X);")]
    [InlineData("[SearchSpace, SearchSpace] public partial record A([Uniform(0, 1)] double X);")]
    public void Run_OddDeclarations_LeavesTheHealthyTypeAlone(string declaration) =>
        Check(GeneratorRun.Of(Stories.Forest), "using Hypermax;\n" + declaration);

    private static GeneratorRun Check(GeneratorRun before, string source)
    {
        Compilation compilation = Compilations.Create(source, "/project/Source.cs")
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(Healthy, Compilations.ParseOptions, "/project/Healthy.cs"));

        GeneratorRun run = before.Again(compilation);

        Assert.True(run.Sources.ContainsKey("Healthy.SearchSpace.g.cs"), source);
        return run;
    }
}
