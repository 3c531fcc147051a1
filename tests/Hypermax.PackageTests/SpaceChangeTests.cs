using System.Text.RegularExpressions;
using Hypermax.PackageTests.Sandboxes;

namespace Hypermax.PackageTests;

/// <summary>A record with every kind of parameter is tuned; then its author renames, adds, widens and narrows.</summary>
[Collection(PackageCollection.Name)]
public sealed partial class SpaceChangeTests(PackageFeed feed)
{
    // The record that the tests of the language use: every kind of parameter there is.
    private static readonly string Everything = "using Hypermax;\n"
        + File.ReadAllText(Path.Combine(PackageFeed.Repository, "tests", "Hypermax.Generators.Tests", "Language", "Everything.cs"));

    private static readonly string Changed = Replace(Replace(Replace(
        Everything,
        "[LogUniform(1e-5, 1, Default = 0.01)] double Rate,", "[FormerName(\"Rate\")] [LogUniform(1e-5, 1, Default = 0.01)] double LearningRate,"),
        "[Uniform(0, 9)] ushort Digit,", "[Uniform(0, 20)] ushort Digit,\n    [Uniform(0, 1, Default = 0.5)] double Added,"),
        "[RandInt(8)] sbyte Slot,", "[RandInt(4)] sbyte Slot,");

    [Fact]
    public void Tune_EveryKindOfParameterThenAnotherSpace_FailsMigratesOrBeginsAfresh()
    {
        using Sandbox sandbox = new(feed, "space-change");
        sandbox.WriteProject("Everything.csproj", "<TargetFramework>net10.0</TargetFramework>");
        sandbox.Write("Everything.cs", Everything);
        // At random, because models of sixty parameters take a minute and nothing here depends on them.
        sandbox.Write("Studies.cs", """
            using Hypermax;
            using Hypermax.Generators.Tests.Language;

            public static partial class Studies
            {
                [Objective(Trials = 20, Method = "random")]
                public static double Fit(Everything parameters) => parameters.Quarter + parameters.Patience + (parameters.Features is double ? 0 : 1);
            }
            """);
        sandbox.Dotnet("build", "-t:Hypertune").Succeeded().Says("Fit: 20 trials, best");
        string tuned = sandbox.Read("Fit.hypertune.json");

        sandbox.Write("Everything.cs", Changed);
        string journal = sandbox.Read("artifacts/hypertune/Fit/journal.jsonl");
        sandbox.Dotnet("build", "--no-restore", "-t:Hypertune").Failed()
            .Says("'Rate' was renamed to 'LearningRate'").Says("'Added' was added").Says("'Digit' was widened from [0, 9] to [0, 20]").Says(
                "'Slot' was narrowed from [0, 7] to [0, 3]")
            .Says("HypertuneSpaceChange=migrate");
        Assert.Equal(journal, sandbox.Read("artifacts/hypertune/Fit/journal.jsonl"));
        Assert.Equal(tuned, sandbox.Read("Fit.hypertune.json"));

        CommandResult migrated = sandbox.Dotnet("build", "--no-restore", "-t:Hypertune", "-p:HypertuneSpaceChange=migrate")
            .Succeeded()
            .Says("Fit: 20 trials, best");
        Match counts = Counts().Match(migrated.Output);
        Assert.True(counts.Success, migrated.Output);
        int kept = int.Parse(counts.Groups["kept"].Value);
        Assert.Equal(20, kept + int.Parse(counts.Groups["aside"].Value));
        Assert.InRange(kept, 1, 19);
        Assert.Single(Directory.GetFiles(sandbox.PathOf("artifacts/hypertune/Fit"), "journal.*.jsonl"), file => File.ReadAllText(file) == journal);
        Assert.Contains("\"LearningRate\"", sandbox.Read("Fit.hypertune.json"), StringComparison.Ordinal);

        sandbox.Write("Everything.cs", Everything);
        sandbox.Dotnet("build", "--no-restore", "-t:Hypertune", "-p:HypertuneSpaceChange=fresh").Succeeded().Says("Fit: 20 trials, best");
        Assert.Equal(21, File.ReadLines(sandbox.PathOf("artifacts/hypertune/Fit/results.csv")).Count());
        Assert.Equal(2, Directory.GetFiles(sandbox.PathOf("artifacts/hypertune/Fit"), "journal.*.jsonl").Length);
    }

    private static string Replace(string text, string part, string by)
    {
        Assert.Contains(part, text, StringComparison.Ordinal);
        return text.Replace(part, by, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<kept>\d+) trials were carried over, (?<aside>\d+) set aside")]
    private static partial Regex Counts();
}
