using Hypermax.Generators.Generation;
using Hypermax.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hypermax.Generators.Tests.Generation;

public sealed class CachingTests
{
    private const string File = "/project/Train.hypertune.json";

    private static readonly IncrementalStepRunReason[] Untouched = [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];

    [Fact]
    public void Run_SameCompilationCloned_ComputesNothingAgain()
    {
        GeneratorRun first = GeneratorRun.Of(Stories.Forest, (File, Stories.ForestTuned));

        GeneratorRun second = first.Again(first.Input.Clone());

        AssertUntouched(second);
    }

    [Fact]
    public void Run_UnrelatedFileAdded_WritesNothingAgain()
    {
        GeneratorRun first = GeneratorRun.Of(Stories.Forest, (File, Stories.ForestTuned));

        GeneratorRun second = first.Again(first.Input.AddSyntaxTrees(Parse("namespace App; public class Other;", "/project/Other.cs")));

        AssertUntouched(second);
    }

    [Fact]
    public void Run_EditBelowInTheSameFile_WritesNothingAgain()
    {
        GeneratorRun first = GeneratorRun.Of(Stories.Forest, (File, Stories.ForestTuned));

        GeneratorRun second = first.Again(Edit(first.Input, text => text + "\npublic class Other;\n"));

        AssertUntouched(second);
    }

    [Fact]
    public void Run_BoundChanged_WritesThatSpaceAgain()
    {
        GeneratorRun first = GeneratorRun.Of(Stories.Forest, (File, Stories.ForestTuned));

        GeneratorRun second = first.Again(Edit(first.Input, text => text.Replace("LogUniform(1, 1000)", "LogUniform(1, 2000)", StringComparison.Ordinal)));

        Assert.Single(second.Reasons(StepNames.Spaces), IncrementalStepRunReason.Modified);
        Assert.Contains("2000", second.Sources["App.ForestParams.SearchSpace.g.cs"], StringComparison.Ordinal);
        Assert.Equal(first.Sources["App.Booster.SearchSpace.g.cs"], second.Sources["App.Booster.SearchSpace.g.cs"]);
    }

    [Fact]
    public void Run_TunedFileChanged_WritesTheTunedClassAndTheRegistryOnly()
    {
        GeneratorRun first = GeneratorRun.Of(Stories.Forest, (File, Stories.ForestTuned));

        GeneratorRun second = first.AgainWith(File, Stories.ForestTuned.Replace("412", "413", StringComparison.Ordinal));

        Assert.Equal([IncrementalStepRunReason.Modified], second.Reasons(StepNames.TunedClasses));
        Assert.Equal(2, second.OutputReasons().Count(reason => reason == IncrementalStepRunReason.Modified));
        Assert.Contains("Trees: 413", second.Sources["App.Training.Tuned.g.cs"], StringComparison.Ordinal);
        Assert.Contains("[\"Trees\"] = 413d", second.Sources["Hypermax.Objectives.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FormatOfTunedFileChanged_WritesNothingAgain()
    {
        GeneratorRun first = GeneratorRun.Of(Stories.Forest, (File, Stories.ForestTuned));

        GeneratorRun second = first.AgainWith(File, Stories.ForestTuned.Replace("\"seed\": 0", "\n\"seed\":  0", StringComparison.Ordinal));

        Assert.Equal([IncrementalStepRunReason.Modified], second.Reasons(StepNames.TunedFiles));
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, second.OutputReasons());
    }

    [Theory]
    [InlineData("Lines / 16.0", "Lines / 8.0", false)]
    [InlineData("AtMost = 20", "AtMost = 30", true)]
    [InlineData("[Minimize] double Misses", "[Maximize] double Misses", true)]
    public void Run_ResultEdited_WritesTheRegistryAgainWhenAFigureChanged(string before, string after, bool changes)
    {
        GeneratorRun first = GeneratorRun.Of(Stories.Figures);

        GeneratorRun second = first.Again(Edit(first.Input, text => text.Replace(before, after, StringComparison.Ordinal)));

        Assert.Equal(changes ? 1 : 0, second.OutputReasons().Count(reason => reason == IncrementalStepRunReason.Modified));
    }

    [Fact]
    public void Steps_AllNames_AreTracked()
    {
        GeneratorRun run = GeneratorRun.Of(Stories.Forest, (File, Stories.ForestTuned));

        Assert.All(StepNames.All, step => Assert.NotEmpty(run.Reasons(step)));
    }

    private static void AssertUntouched(GeneratorRun run)
    {
        Assert.All(run.OutputReasons(), reason => Assert.Contains(reason, Untouched));
        Assert.All(StepNames.All, step => Assert.All(run.Reasons(step), reason => Assert.Contains(reason, Untouched)));
    }

    private static Compilation Edit(Compilation compilation, Func<string, string> edit)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single(candidate => candidate.FilePath == "/project/Source.cs");
        return compilation.ReplaceSyntaxTree(tree, Parse(edit(tree.ToString()), tree.FilePath));
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, Compilations.ParseOptions, path);
}
