using System.Text.Json;
using Hypermax.Execution;
using Hypermax.Folder;
using Hypermax.Storage.Journal;
using Hypermax.Usage;

namespace Hypermax.Tests.Folder;

/// <summary>The verbs that read a study folder: <c>status</c>, <c>best</c>, <c>trials</c> and <c>open</c>.</summary>
public sealed class FolderVerbsTests : IDisposable
{
    private readonly StudyFolder _study = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _errors = new() { NewLine = "\n" };

    public void Dispose() => _study.Dispose();

    [Fact]
    public void Best_EveryFormat_IsTheNestedPointOfTheBestTrial()
    {
        Point best = JournalSnapshot.Read(_study.Path).Trials[7].Point;

        using JsonDocument json = JsonDocument.Parse(Best("json"));
        Assert.Equal(best[0], json.RootElement.GetProperty("model").GetProperty("rate").GetDouble());
        Assert.Equal(best[1], json.RootElement.GetProperty("model").GetProperty("depth").GetInt32());
        Assert.StartsWith("model:\n  rate: ", Best("yaml"), StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"--model.depth {best[1]} --kind "), Best("args"), StringComparison.Ordinal);
        Assert.StartsWith("new SearchParams(\n    model: new SearchParamsModel(\n        rate: ", Best("csharp"), StringComparison.Ordinal);
        using JsonDocument line = JsonDocument.Parse(Best("line"));
        Assert.Equal((7, 0.25), (line.RootElement.GetProperty("trial").GetInt32(), line.RootElement.GetProperty("loss").GetDouble()));
    }

    [Theory]
    [InlineData(2, ExitCodes.Done, "")]
    [InlineData(11, ExitCodes.Done, "")]
    [InlineData(12, ExitCodes.Usage, "has ranks 1 to 11")]
    [InlineData(0, ExitCodes.Usage, "has ranks 1 to")]
    public void Best_Rank_IsThatTrialOrAnError(int rank, int code, string error)
    {
        Assert.Equal(code, BestCommand.Run(_study.Path, "json", rank, "P", null, _output, _errors));
        Assert.Contains(error, _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Best_NothingComplete_Fails()
    {
        using StudyFolder none = new(trials: 0);

        Assert.Equal(ExitCodes.Failed, BestCommand.Run(none.Path, "json", 1, "P", null, _output, _errors));
        Assert.Contains("No trial of 'forest' is complete yet", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Trials_SortedAndFiltered_AreThoseAndInThatOrder()
    {
        Assert.Equal([7, 6, 8], Rows(new TrialsQuery("loss", Filters: ["loss<1.5"])));
        Assert.Equal([4], Rows(new TrialsQuery(Filters: ["status=fail"])));
        Assert.Equal([4], Rows(new TrialsQuery(Filters: ["error~EXIT CODE"])));
        Assert.Equal([12], Rows(new TrialsQuery(Filters: ["status=running"])));
        Assert.Equal([0, 1], Rows(new TrialsQuery("accuracy", IsDescending: true, Limit: 2)));
        Assert.Equal([11, 10, 9, 5, 3], Rows(new TrialsQuery("trial", true, ["loss>=2.25", "loss!=5.25", "trial>1"])));
        Assert.Equal([4, 12], Rows(new TrialsQuery("loss")).TakeLast(2).Order());
    }

    [Fact]
    public void Trials_Table_HasAlignedColumnsAndNoColours()
    {
        Assert.Equal(ExitCodes.Done, TrialsCommand.Run(_study.Path, new TrialsQuery("loss", Limit: 2), isJson: false, _output, _errors));

        string[] lines = _output.ToString().TrimEnd().Split('\n');
        Assert.StartsWith("trial  status  loss", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("    7  ok      0.25", lines[1], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
        Assert.DoesNotContain('\u001b', _output.ToString());
    }

    [Theory]
    [InlineData("los<1", "loss", "did you mean 'loss'")]
    [InlineData("loss<small", "loss", "'small', which is no number")]
    [InlineData("loss", "loss", "is no filter")]
    [InlineData("status=prunned", "loss", "'status' is never 'prunned'; it is one of running, ok, pruned, fail, partial, infeasible. Did you mean 'pruned'?")]
    [InlineData("kind!=sdg", "loss", "Did you mean 'sgd'?")]
    [InlineData("loss<1", "depht", "no column 'depht'")]
    public void Trials_BadFilterOrColumn_SaysWhich(string filter, string sort, string error)
    {
        Assert.Equal(ExitCodes.Usage, TrialsCommand.Run(_study.Path, new TrialsQuery(sort, Filters: [filter]), isJson: false, _output, _errors));
        Assert.Contains(error, _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Trials_One_IsShownWholeWithItsLog_FreeOfEscapes()
    {
        Assert.Equal(ExitCodes.Done, TrialsCommand.Run(_study.Path, new TrialsQuery(Trial: 4), isJson: false, _output, _errors));

        string text = _output.ToString();
        Assert.StartsWith("trial 4: fail", text, StringComparison.Ordinal);
        Assert.Contains("parameters:\n  model:\n    rate: ", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("error:\n  ProcessDied: The program ended with exit code 3.", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.EndsWith("log:\n  epoch 1\n  epoch 2\n  100 %\n  out of memory", text.ReplaceLineEndings("\n").TrimEnd(), StringComparison.Ordinal);

        _output.GetStringBuilder().Clear();
        TrialsCommand.Run(_study.Path, new TrialsQuery(Trial: 4, LogLines: 1), isJson: true, _output, _errors);
        using JsonDocument json = JsonDocument.Parse(_output.ToString());
        Assert.Equal("out of memory", json.RootElement.GetProperty("logText").GetString());
        Assert.True(json.RootElement.GetProperty("parameters").TryGetProperty("model", out _));
    }

    [Fact]
    public void Trials_NoSuchTrial_SaysHowManyThereAre()
    {
        Assert.Equal(ExitCodes.Usage, TrialsCommand.Run(_study.Path, new TrialsQuery(Trial: 99), isJson: false, _output, _errors));
        Assert.Contains("no trial 99; it has 13", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Status_NobodySearches_SaysWhatTheJournalSays()
    {
        Assert.Equal(ExitCodes.Done, StatusCommand.Run(_study.Path, TimeSpan.FromSeconds(1), isJson: false, _output, _errors));

        Assert.Contains("search     none runs", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("trials     12: 11 complete, 1 failed, 1 interrupted", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("best       loss 0.25 (trial 7): model.rate=", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("failure    trial 4 (process died): The program ended with exit code 3.", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Status_Maximised_SpeaksOfValues()
    {
        using StudyFolder maximised = new(Direction.Maximize);

        StatusCommand.Run(maximised.Path, TimeSpan.FromSeconds(1), isJson: true, _output, _errors);

        using JsonDocument json = JsonDocument.Parse(_output.ToString());
        Assert.Equal(7.25, json.RootElement.GetProperty("best").GetProperty("value").GetDouble());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("search").ValueKind);
    }

    [Fact]
    public void Verbs_FolderWithoutAStudy_NameTheFolder()
    {
        string empty = Directory.CreateDirectory(Path.Combine(_study.Path, "empty")).FullName;

        Assert.Equal(ExitCodes.Environment, StatusCommand.Run(empty, TimeSpan.FromSeconds(1), isJson: true, _output, _errors));
        Assert.Equal(ExitCodes.Environment, BestCommand.Run(empty, "json", 1, "P", null, _output, _errors));
        Assert.Equal(ExitCodes.Environment, TrialsCommand.Run(empty, new TrialsQuery(), isJson: false, _output, _errors));
        Assert.Equal(ExitCodes.Environment, GuideCommand.Run(empty, ["pause"], null, TimeSpan.FromSeconds(1), isJson: false, _output, _errors));
        Assert.Equal(4, _errors.ToString().Split("it is not the folder of a study").Length - 1);
        Assert.Empty(Directory.GetFileSystemEntries(empty));
    }

    [Fact]
    public void Verbs_FolderAboveStudies_NameThem()
    {
        string above = Directory.CreateTempSubdirectory("hypermax-above-").FullName;
        using (Study.Create(StudyFolder.Space, new StudyOptions { Folder = Path.Combine(above, "artifacts", "hypertune", "Train") }))
        {
        }

        StatusCommand.Run(above, TimeSpan.FromSeconds(1), isJson: false, _output, _errors);
        string one = _errors.ToString();
        using (Study.Create(StudyFolder.Space, new StudyOptions { Folder = Path.Combine(above, "results_0") }))
        {
        }

        StatusCommand.Run(above, TimeSpan.FromSeconds(1), isJson: false, _output, _errors);
        StatusCommand.Run(Path.Combine(above, "results_1"), TimeSpan.FromSeconds(1), isJson: false, _output, _errors);
        StatusCommand.Run(Path.Combine(above, "results_0", "journal.jsonl"), TimeSpan.FromSeconds(1), isJson: false, _output, _errors);

        Assert.EndsWith($"Below it lies one: name '{Path.Combine(above, "artifacts", "hypertune", "Train")}'.\n", one, StringComparison.Ordinal);
        Assert.Contains($"lie several: name '{Path.Combine(above, "results_0")}', '{above}", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains($"There is no folder '{Path.Combine(above, "results_1")}'", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("journal.jsonl' is a file, not the folder of a study", _errors.ToString(), StringComparison.Ordinal);
        Directory.Delete(above, recursive: true);
    }

    [Fact]
    public void Status_NamesWithEscapesAndOverrides_MoveNoCursor()
    {
        string folder = Directory.CreateTempSubdirectory("hypermax-odd-").FullName;
        using (Study study = Study.Create(StudyFolder.Space, new StudyOptions { Folder = folder, Name = "a\u001b[2Jb\u202ec\u009bd" }))
        {
            study.Tell(study.Ask()!, TrialOutcome.Fail(FailureKind.Exception, "no\u001b]0;title\u0007 memory"));
        }

        StatusCommand.Run(folder, TimeSpan.FromSeconds(1), isJson: false, new VisibleWriter(_output), _errors);
        TrialsCommand.Run(folder, new TrialsQuery(), isJson: false, new VisibleWriter(_output), _errors);
        TrialsCommand.Run(folder, new TrialsQuery(Trial: 0), isJson: false, new VisibleWriter(_output), _errors);

        Assert.Contains("a\uFFFD[2Jb\uFFFDc\uFFFDd", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("no\uFFFD]0;title\uFFFD memory", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_output.ToString(), letter => letter is '\u001b' or '\u202e' or '\u009b' or '\u0007');
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Open_StudyFolder_OpensItsReportWhichIsMadeIfNeedBe()
    {
        List<string> opened = [];

        int code = OpenCommand.Run(_study.Path, isPrinted: false, isJson: false, path => Add(opened, path), _output, _errors);

        Assert.Equal(ExitCodes.Done, code);
        Assert.Equal([Path.Combine(_study.Path, "report.html")], opened);
        Assert.True(File.Exists(opened[0]));
        Assert.Equal(ExitCodes.Environment, OpenCommand.Run(opened[0], false, false, _ => false, _output, _errors));
        Assert.Contains("Open the path by hand", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Environment, OpenCommand.Run(opened[0] + "x", false, false, path => Add(opened, path), _output, _errors));
        Assert.Single(opened);
    }

    [Fact]
    public void Yaml_WordsThatMeanSomethingElse_StayInQuotes()
    {
        using JsonDocument json = JsonDocument.Parse("""{"a":"yes","b":"1e3","c":"plain-word","d":[{"x":1,"z":[true,null]},[],"- x"],"e f":{},"no":"a: b"}""");

        Assert.Equal(
            """
            a: "yes"
            b: "1e3"
            c: plain-word
            d:
              - x: 1
                z:
                  - true
                  - null
              - []
              - "- x"
            "e f": {}
            "no": "a: b"

            """.ReplaceLineEndings("\n"),
            YamlText.Of(json.RootElement));
    }

    private static bool Add(List<string> opened, string path)
    {
        opened.Add(path);
        return true;
    }

    private string Best(string format)
    {
        _output.GetStringBuilder().Clear();
        Assert.Equal(ExitCodes.Done, BestCommand.Run(_study.Path, format, 1, "SearchParams", null, _output, _errors));
        return _output.ToString().ReplaceLineEndings("\n");
    }

    private int[] Rows(TrialsQuery query)
    {
        _output.GetStringBuilder().Clear();
        Assert.Equal(ExitCodes.Done, TrialsCommand.Run(_study.Path, query, isJson: true, _output, _errors));
        return
        [
            .. _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
            {
                using JsonDocument json = JsonDocument.Parse(line);
                return json.RootElement.GetProperty("trial").GetInt32();
            }),
        ];
    }
}
