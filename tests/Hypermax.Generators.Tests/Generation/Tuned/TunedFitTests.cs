using Hypermax.Generators.Generation.Tuned;
using Hypermax.Generators.Generation.Tuned.Model;
using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Generation.Tuned;

public sealed class TunedFitTests
{
    private const string Path = "/project/Train.hypertune.json";

    [Theory]
    [InlineData("LogUniform(1, 1000)", "LogUniform(1, 5000)")]
    [InlineData("\"gini\", \"entropy\"", "\"gini\", \"entropy\", \"log\"")]
    [InlineData("Linear, Rbf, Poly", "Poly, Linear")]
    [InlineData("[LogUniform(1, 1000)] int Trees", "[LogUniform(1, 1000), FormerName(\"Trees\")] int TreeCount")]
    [InlineData("Booster Booster)", "[FormerName(\"Booster\")] Booster Boosting)")]
    public void Emit_SpaceChangedCompatibly_KeepsTheTunedValues(string before, string after)
    {
        GeneratorRun run = GeneratorRun.Of(Stories.Forest.Replace(before, after, StringComparison.Ordinal), (Path, Stories.ForestTuned));

        Assert.Empty(run.Problems());
        string code = run.Sources["App.Training.Tuned.g.cs"];
        Assert.Contains("best parameters", code, StringComparison.Ordinal);
        Assert.Contains(": 412", code, StringComparison.Ordinal);
        Assert.Contains("Kernel.Poly", code, StringComparison.Ordinal);
        Assert.Contains("LearningRate: 0.031", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LogUniform(1, 1000)", "LogUniform(1, 100)")]
    [InlineData("\"gini\", \"entropy\"", "\"gini\", \"log\"")]
    [InlineData("bool Bootstrap,", "bool Bootstrap, bool Added,")]
    [InlineData("bool Bootstrap,", "")]
    [InlineData("int Trees", "int TreeCount")]
    public void Emit_SpaceChangedIncompatibly_GivesTheDefaults(string before, string after)
    {
        GeneratorRun run = GeneratorRun.Of(Stories.Forest.Replace(before, after, StringComparison.Ordinal), (Path, Stories.ForestTuned));

        Assert.Empty(run.Problems());
        Assert.Contains("no longer fits the type (HMX2001)", run.Sources["App.Training.Tuned.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1, 1, "an object was expected here")]
    [InlineData("{\"format\": 2}", 1, 2, "its format is 2, but this version of Hypermax reads format 1; update Hypermax or tune again")]
    [InlineData("{\"format\": 1, \"parameters\": {\n  \"A\": 1,\n  \"A\": 2\n}}", 3, 3, "the key 'A' stands there twice")]
    [InlineData("{\"format\": 1, \"parameters\": {\n1: 2\n}}", 2, 1, "a key in quotes was expected here")]
    [InlineData("{\"format\": 1, \"parameters\": {\"A\": [1]}}", 1, 35, "a string, a number, true or false was expected here")]
    [InlineData("{\"format\": 1, \"parameters\": {\"A\": \"x\n\"}}", 1, 35, "the string that begins here does not end")]
    [InlineData("{\"format\": 1, \"parameters\": {}} more", 1, 33, "the file should end here")]
    [InlineData("{\"format\": 1}", 1, 1, "it has no 'parameters'; a tuned file lists the values")]
    public void Read_DamagedFile_SaysWhere(string text, int line, int column, string message)
    {
        TunedFile file = TunedFileReader.Read("Train.hypertune.json", text);

        Assert.Equal(new TunedDamage(message, line, column), file.Damage);
        GeneratorRun run = GeneratorRun.Of(Stories.Forest, (Path, text));
        Assert.Empty(run.Problems());
        Assert.Contains("its tuned file cannot be read", run.Sources["App.Training.Tuned.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EveryPrefixOfAFile_IsDamagedAndNeverThrows()
    {
        for (int length = 0; length < Stories.ForestTuned.TrimEnd().Length; length++)
        {
            Assert.NotNull(TunedFileReader.Read("Train.hypertune.json", Stories.ForestTuned[..length]).Damage);
        }
    }
}
