using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hypermax.Execution.InProcess;
using Hypermax.Ui;

namespace Hypermax.Tests.Ui;

/// <summary><c>hypermax watch</c> without a terminal: lines for people, problem matchers and programs.</summary>
public sealed class WatchLinesTests : IDisposable
{
    private static readonly SearchSpace Space = new("line", [new NumericParameter("x", Law.Uniform, 0, 1)]);

    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-watch-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Watch_ARunningSearch_TellsItToItsEnd()
    {
        (int code, string[] lines, StudyResult result) = await WatchAsync(isJson: false);

        Assert.Equal(ExitCodes.Done, code);
        Assert.Matches("^forest: watching the search of .+, random, \\d+ of 9 trials \\(.*\\), in ", lines[0]);
        Assert.Contains(lines, line => Regex.IsMatch(line, "^forest \\d/9 (loss [0-9.]+|failed \\(Exception\\)) best [0-9.]+ \\(trial \\d\\)"));
        Assert.StartsWith("forest: no search runs any more, 9 of 9 trials (4 complete, 5 failed); best", lines[^1], StringComparison.Ordinal);
        Assert.Contains($"(trial {result.Best!.Number})", lines[^1], StringComparison.Ordinal);

        // Three of a kind tell what there is to tell.
        Assert.Equal(3, lines.Count(line => line.Contains("warning HMXB0010: Trial", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Watch_AsJson_TellsEveryTrialOnce()
    {
        (int code, string[] lines, _) = await WatchAsync(isJson: true);

        JsonElement[] events = [.. lines.Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(ExitCodes.Done, code);
        Assert.Equal(("begin", "forest"), (Text(events[0], "event"), Text(events[0], "study")));
        Assert.Equal(("end", "unknown"), (Text(events[^1], "event"), Text(events[^1], "reason")));
        int before = events[0].GetProperty("finished").GetInt32();
        int[] trials = [.. events[1..^1].Select(one => one.GetProperty("trial").GetInt32())];
        Assert.Equal(Enumerable.Range(before, 9 - before), trials.Order());

        static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
    }

    [Fact]
    public void Watch_AStudyThatNobodySearches_SaysSoAndEnds()
    {
        using (Study study = Study.Create(Space, new StudyOptions { Name = "forest", Folder = _folder }))
        {
            study.Tell(study.Ask()!, TrialOutcome.Fail(FailureKind.Exception, "no"));
        }

        StringWriter output = new();
        int code = WatchCommand.RunLines(_folder, isJson: false, TimeSpan.FromSeconds(0.1), output, TextWriter.Null, CancellationToken.None);

        Assert.Equal(ExitCodes.Failed, code);
        Assert.Matches("^forest: no search runs, .+\\nforest: no search runs any more, 1 trials? \\(1 failed\\); none is usable\\n$", output.ToString());
    }

    [Fact]
    public void Watch_NoStudy_IsOneMessage()
    {
        StringWriter errors = new();

        int code = WatchCommand.RunLines(_folder, isJson: false, TimeSpan.FromSeconds(0.1), TextWriter.Null, errors, CancellationToken.None);

        Assert.Equal(ExitCodes.Environment, code);
        Assert.Contains("is not the folder of a study", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Matcher_OfTheGuide_ReadsWhatIsSaid()
    {
        JsonElement matcher = EditorGuide.Matcher();
        Regex pattern = new(matcher.GetProperty("pattern").GetProperty("regexp").GetString()!, RegexOptions.ECMAScript);
        JsonElement background = matcher.GetProperty("background");

        (_, string[] lines, _) = await WatchAsync(isJson: false);

        Match match = Assert.IsType<Match>(lines.Select(line => pattern.Match(line)).FirstOrDefault(found => found.Success));
        Assert.EndsWith("WatchLinesTests.cs", Group("file"), StringComparison.Ordinal);
        Assert.True(int.Parse(Group("line"), System.Globalization.CultureInfo.InvariantCulture) > 100);
        Assert.Equal(("warning", "HMXB0010"), (Group("severity"), Group("code")));
        Assert.StartsWith("Trial ", Group("message"), StringComparison.Ordinal);
        Assert.Matches(background.GetProperty("beginsPattern").GetString()!, lines[0]);
        Assert.Single(lines, line => Regex.IsMatch(line, background.GetProperty("endsPattern").GetString()!, RegexOptions.ECMAScript));

        string Group(string name) => match.Groups[matcher.GetProperty("pattern").GetProperty(name).GetInt32()].Value;
    }

    private async Task<(int Code, string[] Lines, StudyResult Result)> WatchAsync(bool isJson)
    {
        using SemaphoreSlim go = new(0);
        using Study study = Study.Create(Space, new StudyOptions { Name = "forest", Folder = _folder, Trials = 9, Method = "random" });
        Task<StudyResult> search = study.RunAsync(new InProcessExecutor(async (point, trial) =>
        {
            if (trial.Number >= 2)
            {
                await go.WaitAsync(trial.Cancellation);
            }

            return trial.Number < 4 ? point[0] : Fail();
        }));
        using SignalWriter output = new();
        Task<int> watch = Task.Run(() => WatchCommand.RunLines(_folder, isJson, TimeSpan.FromSeconds(0.1), output, TextWriter.Null, CancellationToken.None));
        await output.Begun.WaitAsync(TimeSpan.FromMinutes(1));
        go.Release(20);
        StudyResult result = await search;
        study.Dispose();
        return (await watch.WaitAsync(TimeSpan.FromMinutes(1)), [.. output.Lines], result);
    }

    private static double Fail() => throw new InvalidOperationException("no data");

    /// <summary>Keeps lines, and tells when the first was written.</summary>
    private sealed class SignalWriter : StringWriter
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ConcurrentQueue<string> _lines = new();

        public Task Begun => _begun.Task;

        public IReadOnlyCollection<string> Lines => _lines;

        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? value)
        {
            _lines.Enqueue(value!);
            _begun.TrySetResult();
        }
    }
}
