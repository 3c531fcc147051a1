using Hypermax.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hypermax.Generators.Tests.Generation.Spaces;

/// <summary>What the user declares obsolete, experimental or not for every language is repeated by generated code without a word.</summary>
public sealed class RepeatedWarningsTests
{
    private const string Usings = "using System; using System.Diagnostics.CodeAnalysis; using Hypermax; "
        + "using System.Threading.Tasks;\n#pragma warning disable CS1591, EX1, EX2, CS0618, CS0619, CS0612\n";

    [Theory]
    [InlineData(
        "public enum K { A, [Obsolete] B, [Obsolete(\"no\")] C, [Obsolete(\"no\", DiagnosticId = \"ZZ1\")] D } [SearchSpace] public partial record S(K K);")]
    [InlineData("public enum K { A, [Obsolete(\"no\", true)] B } [SearchSpace] public partial record S(K K, K? L);")]
    [InlineData("[SearchSpace] public partial record S([property: Obsolete(\"old\")] [Uniform(0, 1)] double X) { [Obsolete] public bool Y { get; init; "
        + "} [Obsolete(\"e\", true)] public bool Z { get; init; } }")]
    [InlineData("[Obsolete(\"type\")] public enum Old { A, B } [SearchSpace] public partial record S(Old K);")]
    [InlineData("[Obsolete(\"space\", true)] [SearchSpace] public partial record S([Uniform(0, 1)] double X);")]
    [InlineData(
        "[Obsolete(\"space\")] [SearchSpace] public partial record Inner([Uniform(0, 1)] double X); [SearchSpace] public partial record S(Inner I, Inner? J);")]
    [InlineData("[SearchSpace] public partial class S { [Obsolete(\"constructor\", true)] public S() { } public bool X { get; set; } }")]
    [InlineData("[SearchSpace] public abstract partial record S { [Obsolete(\"branch\", true)] public sealed record A([Uniform(0, 1)] double X) : S; "
        + "[Experimental(\"EX1\")] public sealed record B : S; }")]
    [InlineData("[SearchSpace] public partial record S(bool B) { [Obsolete(\"check\", true)] public static bool IsValid(S s) => true; }")]
    [InlineData(
        "[Experimental(\"EX1\")] public enum K { A, B } [SearchSpace] public partial record S(K K) { [Experimental(\"EX2\")] public bool Y { get; init; } }")]
    [InlineData("[Experimental(\"EX1\")] [SearchSpace] public partial record S([Uniform(0, 1)] double X);")]
    [InlineData("public readonly record struct P(double V); [Obsolete(\"c\", true)] public static class C { public static P Convert(double v) => new(v); "
        + "public static double ConvertBack(P p) => p.V; } [SearchSpace] public partial record S([Uniform(0, 1), Converter(typeof(C))] P X);")]
    public async Task Code_OfMarkedDeclarations_SaysNothing(string declarations)
    {
        string source = Usings + declarations + " public static partial class O { [Objective, Obsolete(\"f\", true)] public static double F(S s) => 0; }";

        (IReadOnlyList<Diagnostic> own, IReadOnlyList<Diagnostic> generated, _) =
            await GeneratorRun.Of(Compilations.Create(source, LanguageVersion.CSharp12)).Look();

        // Only the attribute that names an obsolete converter is the user's own, and says so.
        Assert.DoesNotContain(own, diagnostic => diagnostic.Id != "CS0619");
        Assert.Empty(generated);
    }

    [Fact]
    public async Task Code_OfACompliantAssembly_SaysNothing()
    {
        string source = Usings
            + "[assembly: CLSCompliant(true)]\n[SearchSpace] public partial record S([Uniform(0, 1)] double X, [Choice(\"a\", \"b\")] string T);\n"
            + "[SearchSpace] public partial class K { [Choice(\"a\", \"b\")] public string T { get; set; } = \"a\"; "
            + "[Choice<int>(1, 2, Weights = new double[] { 1, 2 })] public int C { get; set; } }\n"
            + "public static partial class O { [Objective] public static double F(S s) => 0; [Objective] public static double G(K s) => 0; }";

        (IReadOnlyList<Diagnostic> own, IReadOnlyList<Diagnostic> generated, _) =
            await GeneratorRun.Of(Compilations.Create(source, LanguageVersion.CSharp12)).Look();

        Assert.Empty(own);
        Assert.Empty(generated);
    }

    [Fact]
    public void Code_OfTypeArgumentsThatMayBeNull_KeepsThem()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using Hypermax;
            [SearchSpace] public partial record G<T>([Uniform(0, 1)] double X);
            [SearchSpace] public partial record Use(G<string?> A, G<List<string?>?>? B,
                [Length(1, 2)] G<(string?, int)>[] C, [Length(1, 2)] IReadOnlyList<G<string?[]>> D);
            public static partial class O { [Objective] public static double F(Use s) => 0; [Objective] public static double H(G<string?> s) => 0; }
            #nullable disable
            [SearchSpace] public partial record Oblivious(G<string> A, [Length(1, 2)] G<string>[] C, [Choice("a")] string D);
            """);

        Assert.Empty(run.Problems());
    }
}
