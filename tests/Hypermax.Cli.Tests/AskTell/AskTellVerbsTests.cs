using System.Text.Json;
using Hypermax.AskTell;
using Hypermax.Storage.Journal;

namespace Hypermax.Tests.AskTell;

/// <summary>The verbs <c>ask</c> and <c>tell</c>: each call is a process of its own, and trials wait for whoever asked.</summary>
public sealed class AskTellVerbsTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("hypermax-asktell-").FullName;
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _errors = new() { NewLine = "\n" };

    public AskTellVerbsTests() => File.WriteAllText(
        SpaceFile, """{"params":[{"name":"rate","type":"float","low":0.5,"high":2.0},{"name":"kind","type":"categorical","choices":["a b","c"]}]}""");

    private string SpaceFile => Path.Combine(_root, "space.json");

    private string Study => Path.Combine(_root, "study");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void AskAndTell_CallByCall_AreOneStudy()
    {
        Assert.Equal(ExitCodes.Done, Ask(space: SpaceFile, properties: ["HypertuneSeed=3", "HypertuneMethod=random"]));
        Assert.Equal(ExitCodes.Done, Ask(count: 2));
        Assert.Equal(ExitCodes.Done, Tell(1, "0.5"));
        Assert.Equal(ExitCodes.Done, Ask());
        Assert.Equal(ExitCodes.Done, Tell(0, "nan"));
        Assert.Equal(ExitCodes.Done, Tell(2, "0.25", metrics: ["accuracy=0.9"]));

        int[] ids = [.. Lines().Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetInt32())];
        JournalSnapshot study = JournalSnapshot.Read(Study);
        Assert.Equal([0, 1, 2, 3], ids);
        Assert.Equal([TrialState.Failed, TrialState.Complete, TrialState.Complete, TrialState.Running], study.Trials.Select(trial => trial.State));
        Assert.Equal(0.9, study.Trials[2].Outcome!.Metrics["accuracy"]);
        Assert.Equal((3, "random"), (study.Header!.Seed, study.Header.Method));
    }

    [Fact]
    public void Ask_ArgumentsForAShell_AreAnIdAndQuotedWords()
    {
        Ask(space: SpaceFile, format: "args", count: 6);

        Assert.All(Lines(), (line, i) => Assert.Matches($"^{i} --rate [0-9.]+ --kind ('a b'|c)$", line));
    }

    [Fact]
    public void Ask_Maximised_TheLargestValueIsBest()
    {
        Ask(space: SpaceFile, properties: ["HypertuneDirection=maximize"], count: 2);
        Tell(0, "1");
        _output.GetStringBuilder().Clear();

        Tell(1, "2", isJson: true);

        Assert.Equal("""{"id":1,"status":"ok","best":true}""", Lines().Single());
    }

    // As programs of a search get it: languages tell 2 and 2.0 apart.
    [Fact]
    public void Ask_WholeValueOfAContinuousParameter_IsWrittenAsOne()
    {
        File.WriteAllText(
            SpaceFile, """{"params":[{"name":"rate","type":"float","low":2,"high":3,"step":1},{"name":"depth","type":"int","low":2,"high":3}]}""");

        Assert.Equal(ExitCodes.Done, Ask(space: SpaceFile, count: 3));

        Assert.All(Lines(), line => Assert.Matches("\"rate\":[23]\\.0,\"depth\":[23]}", line));
    }

    [Fact]
    public void Ask_FiniteSpaceUsedUp_Fails()
    {
        File.WriteAllText(SpaceFile, """{"params":[{"name":"kind","type":"categorical","choices":["a","b"]}]}""");

        Assert.Equal(ExitCodes.Done, Ask(space: SpaceFile, count: 5));
        Assert.Equal(ExitCodes.Failed, Ask());

        Assert.Equal(2, Lines().Length);
        Assert.Contains("nothing left to ask for", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_FolderWithoutStudyOrSpace_SaysHowToBegin()
    {
        Assert.Equal(ExitCodes.Usage, Ask());
        Assert.Contains("Give its space with --space FILE", _errors.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Study));
    }

    [Fact]
    public void Ask_OtherSpaceThanTheStudys_IsAConflict()
    {
        Ask(space: SpaceFile);
        File.WriteAllText(SpaceFile, """{"params":[{"name":"rate","type":"float","low":0.5,"high":3.0}]}""");

        Assert.Equal(ExitCodes.Conflict, Ask(space: SpaceFile));
        Assert.Single(JournalSnapshot.Read(Study).Trials);
    }

    [Fact]
    public void Ask_WhileASearchOwnsTheFolder_IsAConflict()
    {
        Ask(space: SpaceFile);
        using JournalStore search = new(Study);

        Assert.Equal(ExitCodes.Conflict, Ask());
    }

    [Theory]
    [InlineData(9, "1", null, "", ExitCodes.Conflict, "has no trial 9")]
    [InlineData(0, "1", null, "", ExitCodes.Conflict, "was told before")]
    [InlineData(1, "small", null, "", ExitCodes.Usage, "'small', which is no number")]
    [InlineData(1, null, null, "", ExitCodes.Usage, "needs the value")]
    [InlineData(1, "1", "why", "", ExitCodes.Usage, "one of the two")]
    [InlineData(1, "1", null, "accuracy", ExitCodes.Usage, "NAME=VALUE")]
    [InlineData(1, "1", null, "accuracy=high", ExitCodes.Usage, "'accuracy' is 'high'")]
    public void Tell_Wrong_SaysWhyAndChangesNothing(int id, string? value, string? failed, string metric, int code, string error)
    {
        Ask(space: SpaceFile, count: 2);
        Tell(0, "0.5");

        Assert.Equal(code, Tell(id, value, failed, metric.Length > 0 ? [metric] : []));
        Assert.Contains(error, _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal([TrialState.Complete, TrialState.Running], JournalSnapshot.Read(Study).Trials.Select(trial => trial.State));
    }

    private string[] Lines() => _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private int Ask(string? space = null, string[]? properties = null, int count = 1, string format = "json") =>
        AskCommand.Run(Study, space, properties ?? [], count, format, _output, _errors);

    private int Tell(int id, string? value, string? failed = null, string[]? metrics = null, bool isJson = false) =>
        TellCommand.Run(Study, id, () => TellCommand.OutcomeOf(value, failed, metrics ?? []), isJson, _output, _errors);
}
