using Hypermax.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace Hypermax.Generators.Tests.Generation.Tuned;

/// <summary>Tuned values stand where no other name is, and hide what they hide on purpose.</summary>
public sealed class TunedPlaceTests
{
    private const string Space = "using Hypermax;\n[SearchSpace] public partial record S([Uniform(0, 1)] double X);\n";

    [Theory]
    [InlineData(
        "public partial class A { [Objective] public static double F(S s) => 0; } public partial class B : A { [Objective] public static double G(S s) => 0; }",
        "new static class Tuned")]
    [InlineData("public class A { public static class Tuned { } } public partial class B : A { [Objective] public static double G(S s) => 0; }",
        "new static class Tuned")]
    [InlineData(
        "public partial interface A { [Objective] static double F(S s) => 0; } public partial interface B : A { [Objective] static double G(S s) => 0; }",
        "new static class Tuned")]
    [InlineData("public class Plain { [Objective] public static double F(S s) => 0; } public class PlainTuned { }", "static class PlainTuned2")]
    [InlineData("public class Plain { [Objective] public static double F(S s) => 0; } namespace PlainTuned { public class PlainTuned2; }",
        "static class PlainTuned2")]
    [InlineData(
        "public partial class Outer { public class Tr { [Objective] public static double F(S s) => 0; } } public class OuterTr { [Objective] public static "
        + "double G(S s) => 0; }",
        "static class OuterTrTuned2")]
    [InlineData("public partial class Tuned { [Objective] public static double F(S s) => 0; }", "static class TunedTuned")]
    [InlineData(
        "public static partial class O { [Objective(Name = \"a.b\")] public static double F(S s) => 0; [Objective(Name = \"a-b\")] public static double G(S "
        + "s) => 0; [Objective(Name = \"a_b2\")] public static double H(S s) => 0; }",
        "static global::S a_b22")]
    public void Code_WhereNamesAreTaken_TakesAnother(string source, string expected)
    {
        GeneratorRun run = GeneratorRun.Of(Space + source);

        Assert.Empty(run.Problems());
        Assert.Contains(run.Sources.Values, text => text.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Code_WhenSomebodyTakesTheName_MovesOn()
    {
        GeneratorRun first = GeneratorRun.Of(Space + "public class Plain { [Objective] public static double F(S s) => 0; }");

        GeneratorRun second = first.Again(
            first.Input.AddSyntaxTrees(CSharpSyntaxTree.ParseText("public class PlainTuned;", Compilations.ParseOptions, "/project/Other.cs")));

        Assert.Empty(second.Problems());
        Assert.Contains("static class PlainTuned2", second.Sources["Plain.Tuned.g.cs"]);
    }
}
