using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Generation.Studies;

public sealed class ObjectiveModelReaderTests
{
    private const string Space = """
        using Hypermax;

        namespace App;

        [SearchSpace]
        public partial record P([Uniform(0, 1)] double X);


        """;

    [Theory]
    [InlineData("public static double F(P p) => p.X;", "Task.FromResult(global::App.T.F(global::App.P.SearchSpace.Bind(vector)))")]
    [InlineData("public static Task<double> F(TrialContext trial, P p) => Task.FromResult(p.X);",
        "=> global::App.T.F(trial, global::App.P.SearchSpace.Bind(vector))")]
    [InlineData("internal static async ValueTask<double> F(P p, CancellationToken c) { await Task.Yield(); return p.X; }",
        "global::App.T.F(global::App.P.SearchSpace.Bind(vector), trial.Cancellation).AsTask()")]
    public void Emit_EverySignature_IsWrapped(string method, string call)
    {
        GeneratorRun run = GeneratorRun.Of(Space + $"public static class T {{ [Objective] {method} }}");

        Assert.Empty(run.Problems());
        Assert.Contains(call, run.Sources["Hypermax.Objectives.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("static double F(P p) => p.X;")]
    [InlineData("public static string F(P p) => \"\";")]
    [InlineData("public static double F(ref P p) => p.X;")]
    [InlineData("public static double F(int p) => p;")]
    [InlineData("public static double F() => 1;")]
    [InlineData("public static double F<T>(P p) => p.X;")]
    public void Emit_WrongSignature_IsLeftOut(string method)
    {
        GeneratorRun run = GeneratorRun.Of(Space + $"public static class T {{ [Objective] {method} }}");

        Assert.Empty(run.Problems());
        Assert.DoesNotContain("static (vector, trial)", run.Sources["Hypermax.Objectives.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Emit_TwoStudiesOfOneName_CompileAndAreBothListed()
    {
        GeneratorRun run = GeneratorRun.Of(Space + """
            public static partial class T
            {
                [Objective] public static double F(P p) => p.X;
                [Objective(Name = "F")] public static double G(P p) => p.X;
            }
            """);

        Assert.Empty(run.Problems());
        Assert.Equal(3, run.Sources["Hypermax.Objectives.g.cs"].Split("\"F\",").Length);
        Assert.Equal(2, run.Sources["App.T.Tuned.g.cs"].Split(" F =>").Length);
    }

    [Theory]
    [InlineData("public static class T { [Objective] public static double F(P p) => p.X; }", "TTuned.F")]
    [InlineData("public static class O { public static class T { [Objective] public static double F(P p) => p.X; } }", "OTTuned.F")]
    [InlineData("public static partial class T { [Objective(Name = \"my study\")] public static double F(P p) => p.X; }", "T.Tuned.my_study")]
    [InlineData("public static partial class T { [Objective(Name = \"Tuned\")] public static double F(P p) => p.X; }", "T.Tuned.Tuned_")]
    [InlineData("public static partial class T { public const int Tuned = 1; [Objective] public static double F(P p) => p.X; }", "TTuned.F")]
    [InlineData("public partial struct T { [Objective(Name = \"class\")] public static double F(P p) => p.X; }", "T.Tuned.@class")]
    public void Tuned_AnyOwner_IsReachedByName(string owner, string member)
    {
        GeneratorRun run = GeneratorRun.Of(Space + owner + $"\npublic static class User {{ public static P Tuned => {member}; }}");

        Assert.Empty(run.Problems());
    }

    [Fact]
    public void Emit_NoObjectives_StillListsNone() =>
        Assert.Contains(
            "AssemblyMetadata(\"Hypermax.Objectives\", \"\")",
            GeneratorRun.Of("public class Nothing;").Sources["Hypermax.Objectives.g.cs"],
            StringComparison.Ordinal);
}
