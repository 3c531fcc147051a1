using Hypermax.Ci;

namespace Hypermax.Tests.Ci;

public sealed class CiWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-ci-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_AllFormats_WritesAFileForEach()
    {
        CiOutcome outcome = CiWriter.Write(CiSamples.Ordinary, Enum.GetValues<CiFormat>(), _folder, Environment());

        Assert.Empty(outcome.Failures);
        Assert.Equal(
            ["Rank.badge.json", "Train.badge.json", "gl-code-quality.json", "hypertune.junit.xml", "hypertune.md", "hypertune.sarif", "hypertune.trx"],
            Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains(outcome.Commands, command => command.StartsWith("::error file=src/Shop/Recipe.cs,line=30,", StringComparison.Ordinal));
        Assert.Contains(outcome.Commands, command => command.StartsWith("##vso[task.uploadsummary]", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_SeveralProjects_AddToOneSummary()
    {
        string summary = Path.Combine(_folder, "summary.md");
        File.WriteAllText(summary, "before\n");

        CiWriter.Write(CiSamples.Ordinary, [CiFormat.GitHub], _folder, Environment(summary));
        CiWriter.Write(CiSamples.Ordinary with { Project = "Other" }, [CiFormat.GitHub], _folder, Environment(summary));

        string text = File.ReadAllText(summary);
        Assert.StartsWith("before\n", text, StringComparison.Ordinal);
        Assert.Contains("Hypermax: Shop", text, StringComparison.Ordinal);
        Assert.Contains("Hypermax: Other", text, StringComparison.Ordinal);
    }

    // Processes of a build or of tests: each locks the file by itself, as two handles of one process do.
    [Fact]
    public async Task Write_ManyAtOnce_LoseNothingOfEachOther()
    {
        string summary = Path.Combine(_folder, "summary.md");

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() =>
            CiWriter.Write(CiSamples.Ordinary with { Project = $"Project{i}" }, [CiFormat.GitHub], _folder, Environment(summary)))));

        Assert.Equal(
            Enumerable.Range(0, 40).Select(i => $"## ❌ Hypermax: Project{i}").Order(StringComparer.Ordinal),
            File.ReadLines(summary).Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Write_SummaryCannotBeWritten_IsToldAndNothingElseSuffers()
    {
        CiEnvironment environment = Environment(Path.Combine(_folder, "missing", "summary.md"));

        CiOutcome outcome = CiWriter.Write(CiSamples.Ordinary, [CiFormat.GitHub, CiFormat.JUnit], _folder, environment);

        Assert.Contains("summary.md", Assert.Single(outcome.Failures).Part, StringComparison.Ordinal);
        Assert.NotEmpty(outcome.Commands);
        Assert.True(File.Exists(Path.Combine(_folder, "hypertune.junit.xml")));
    }

    [Fact]
    public void Write_FolderIsAFile_IsToldForEachFormat()
    {
        string file = Path.Combine(_folder, "ci");
        File.WriteAllText(file, "in the way");

        CiOutcome outcome = CiWriter.Write(CiSamples.Ordinary, [CiFormat.Trx, CiFormat.Sarif], file, Environment());

        Assert.Equal(["hypertune.trx", "hypertune.sarif"], outcome.Failures.Select(failure => failure.Part));
        Assert.Empty(outcome.Written);
    }

    [Fact]
    public void Write_NamesOfStudiesWithSlashes_StayInTheFolder()
    {
        CiResult result = CiSamples.Ordinary with { Studies = [new CiStudy { Name = "../../Train" }] };

        CiWriter.Write(result, [CiFormat.Badge], Path.Combine(_folder, "a", "b"), Environment());

        Assert.Equal([Path.Combine(_folder, "a", "b", ".._.._Train.badge.json")], Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("GITHUB_ACTIONS", new[] { CiFormat.GitHub, CiFormat.Sarif })]
    [InlineData("TF_BUILD", new[] { CiFormat.Azure, CiFormat.Trx })]
    [InlineData("GITLAB_CI", new[] { CiFormat.GitLab, CiFormat.JUnit })]
    [InlineData("CI", new CiFormat[0])]
    public void Environment_OfAServer_ChoosesItsFormats(string variable, CiFormat[] formats) =>
        Assert.Equal(formats, CiEnvironment.Read(name => name == variable ? "True" : null, _folder).Formats);

    [Fact]
    public void Environment_Root_IsTheCheckoutOrElseTheRepository()
    {
        string project = Directory.CreateDirectory(Path.Combine(_folder, "src", "Shop")).FullName;
        Directory.CreateDirectory(Path.Combine(_folder, ".git"));
        Dictionary<string, string> variables = new(StringComparer.Ordinal) { ["GITHUB_ACTIONS"] = "true", ["GITHUB_WORKSPACE"] = Path.Combine(_folder, "src") };

        Assert.Equal(_folder, CiEnvironment.Read(_ => null, project).Root);
        Assert.Equal(Path.Combine(_folder, "src"), CiEnvironment.Read(variables.GetValueOrDefault, project).Root);
        variables["GITHUB_WORKSPACE"] = Path.Combine(_folder, "gone");
        Assert.Equal(_folder, CiEnvironment.Read(variables.GetValueOrDefault, project).Root);
    }

    [Fact]
    public void Study_OfTrials_CountsThemAndTellsKills()
    {
        (Storage.StudyHeader header, IReadOnlyList<TrialRecord> trials) = StudySamples.Forest();

        CiStudy study = CiStudy.Of(header, trials);

        Assert.Equal(trials.Count(trial => trial.State == TrialState.Failed), study.Failed.Count);
        Assert.Equal(trials.Where(trial => trial.IsComplete).Min(trial => trial.Value), study.Best);
        Assert.Contains("ended by a limit (memory), first trial 8", Assert.Single(study.Kills), StringComparison.Ordinal);
        Assert.False(study.IsFailed);
    }

    // Only the summary file: the paths of the samples are relative to their own root.
    private static CiEnvironment Environment(string? summary = null) => CiEnvironment.Read(
        name => name switch
        {
            "GITHUB_ACTIONS" => "true",
            "GITHUB_WORKSPACE" => Directory.CreateDirectory(CiSamples.Root).FullName,
            "GITHUB_STEP_SUMMARY" => summary,
            _ => null,
        },
        CiSamples.Root);
}
