using Hypermax.Execution.InProcess;
using Hypermax.Storage.Journal;
using Hypermax.Studies.Guiding;

namespace Hypermax.Tests.Studies.Guiding;

/// <summary>What may be told to a search while it runs: by calls, and by files in its folder.</summary>
public sealed class SearchControlTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-control-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Pause_RunningSearch_StartsNothingUntilItIsResumed()
    {
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random", Trials = 6 });
        using SemaphoreSlim ends = new(0);
        int started = 0;
        Task<StudyResult> search = study.RunAsync(new InProcessExecutor(async (point, _) =>
        {
            Interlocked.Increment(ref started);
            await ends.WaitAsync();
            return point[0];
        }));
        await Until(() => started == 1);

        study.Pause();
        ends.Release(6);
        await Until(() => study.Trials.Count(trial => trial.IsFinished) == 1);
        await Task.Delay(300);

        Assert.Equal(1, started);
        study.Resume();
        StudyResult result = await search.WaitAsync(Long);
        Assert.Equal((6, StopReason.Trials), (started, result.Reason));
    }

    [Fact]
    public async Task Stop_RunningSearch_LetsTheRunningTrialsEnd()
    {
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random", Trials = 50, Workers = 3 });
        using SemaphoreSlim ends = new(0);
        int started = 0;
        Task<StudyResult> search = study.RunAsync(new InProcessExecutor(async (point, _) =>
        {
            Interlocked.Increment(ref started);
            await ends.WaitAsync();
            return point[0];
        }));
        await Until(() => started == 3);

        study.Stop();
        ends.Release(50);
        StudyResult result = await search.WaitAsync(Long);

        Assert.Equal(StopReason.Stopped, result.Reason);
        Assert.Equal(3, result.Trials.Count(trial => trial.IsComplete));
        Assert.Equal(3, result.Trials.Count);
        StudyResult next = await study.RunAsync(new InProcessExecutor((point, _) => Task.FromResult(point[0])));
        Assert.Equal((50, StopReason.Trials), (next.Trials.Count, next.Reason));
    }

    [Fact]
    public async Task EndTrial_RunningTrial_FailsAsEndedAndTheSearchGoesOn()
    {
        StudyOptions options = new() { Method = "random", Trials = 6, Workers = 2, Retry = new RetryPolicy(3), Folder = _folder };
        using (Study study = Study.Create(TestSpaces.Mixed, options))
        {
            using SemaphoreSlim ends = new(0);
            Task<StudyResult> search = study.RunAsync(new InProcessExecutor(async (point, trial) =>
            {
                await ends.WaitAsync(trial.Cancellation);
                return point[0];
            }));
            await Until(() => study.Trials.Count == 2);

            Assert.True(study.EndTrial(1));
            await Until(() => study.Trials[1].IsFinished);
            Assert.False(study.EndTrial(1));
            Assert.False(study.EndTrial(99));
            ends.Release(6);
            StudyResult result = await search.WaitAsync(Long);

            Assert.Equal(StopReason.Trials, result.Reason);
            Assert.Equal([1], result.Trials.Where(trial => !trial.IsComplete).Select(trial => trial.Number));
        }

        using Study again = Study.Create(TestSpaces.Mixed, options);
        TrialOutcome kept = again.Trials[1].Outcome!;
        Assert.Equal((TrialState.Failed, FailureKind.Ended), (kept.State, kept.Failure));
        Assert.Equal("A person ended the trial while it ran.", kept.Message);
        Assert.False(kept.HasValue);
    }

    [Fact]
    public async Task EndTrial_ThatHadItsResult_IsComplete()
    {
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random", Trials = 1 });

        StudyResult result = await study.RunAsync(new InProcessExecutor((point, trial) =>
        {
            Assert.True(study.EndTrial(trial.Number));
            return Task.FromResult(point[0]);
        }));

        Assert.True(result.Trials[0].IsComplete);
    }

    [Theory]
    [InlineData(0, true, "ends now")]
    [InlineData(7, false, "no trial 7")]
    [InlineData(null, false, "needs the number")]
    public async Task End_AskedOfARunningSearch_IsAnswered(int? trial, bool isDone, string words)
    {
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random", Trials = 2, Folder = _folder });
        Task<StudyResult> search = study.RunAsync(new InProcessExecutor(async (point, context) =>
        {
            await Task.Delay(context.Number == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, context.Cancellation);
            return point[0];
        }));
        await Until(() => study.Trials.Count == 1);

        (GuideAnswer answer, _) = await Task.Run(() => GuideClient.Ask(_folder, new GuideRequest(GuideAction.End) { Trial = trial }, Long));

        Assert.Equal(isDone, answer.IsDone);
        Assert.Contains(words, answer.Text, StringComparison.Ordinal);
        study.EndTrial(0);
        StudyResult result = await search.WaitAsync(Long);
        Assert.Equal([TrialState.Failed, TrialState.Complete], result.Trials.Select(record => record.State));
    }

    [Fact]
    public void End_TrialThatSomebodyAskedFor_IsNotOurs()
    {
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random" });
        study.Tell(study.Ask()!, 1);
        study.Ask();

        Assert.Contains("ended already", Guide.Obey(study, new GuideRequest(GuideAction.End) { Trial = 0 }).Text, StringComparison.Ordinal);
        Assert.Contains("not run by this search", Guide.Obey(study, new GuideRequest(GuideAction.End) { Trial = 1 }).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 5, 5)]
    [InlineData(50, 4, 4)]
    public async Task SetTrials_RunningSearch_IsTheNewBudget(int planned, int told, int expected)
    {
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random", Trials = planned });

        StudyResult result = await study.RunAsync(new InProcessExecutor((point, _) =>
        {
            study.SetTrials(told);
            return Task.FromResult(point[0]);
        }));

        Assert.Equal((expected, StopReason.Trials), (result.Trials.Count, result.Reason));
        Assert.Equal(told, study.PlannedTrials);
    }

    [Fact]
    public async Task Requests_InTheFolder_AreAnsweredInOrderBetweenTrials()
    {
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random", Folder = _folder, Trials = 100_000 });
        Task<StudyResult> search = study.RunAsync(new InProcessExecutor(async (point, _) =>
        {
            await Task.Delay(20);
            return point[0];
        }));
        await Until(() => study.Trials.Count > 0);

        GuideRequest[] requests =
        [
            new(GuideAction.Lock) { Parameter = "depth", Value = "4" },
            new(GuideAction.Scramble) { Parameter = "share" },
            new(GuideAction.Enqueue) { Values = [new("depth", "7"), new("kind", "a"), new("rate", "0.5"), new("share", "0.2")] },
            new(GuideAction.Pause),
            new(GuideAction.Status),
            new(GuideAction.Trials) { Trials = 70_000 },
            new(GuideAction.Lock) { Parameter = "depth", Value = "40" },
            new(GuideAction.Stop),
        ];
        string[] ids = [.. requests.Select(request => GuideBox.Put(_folder, request))];
        GuideAnswer[] answers = [.. await Task.WhenAll(ids.Select(AnswerTo))];
        StudyResult result = await search.WaitAsync(Long);

        Assert.Equal([true, true, true, true, true, true, false, true], answers.Select(answer => answer.IsDone));
        Assert.Equal("From now on 'depth' is 4 in every new trial.", answers[0].Text);
        Assert.Equal((true, 100_000), (answers[4].Status!.IsPaused, answers[4].Status!.Planned));
        Assert.Contains("between 1 and 12", answers[6].Text, StringComparison.Ordinal);
        Assert.Equal((StopReason.Stopped, 70_000), (result.Reason, study.PlannedTrials));
        Assert.Equal(4.0, study.Wishes.Fixed[1]);
        Assert.Equal([4], study.Wishes.Guidance.Scrambled);
        Assert.Empty(Directory.GetFiles(GuideBox.Of(_folder)));
    }

    [Theory]
    [InlineData("nonsense", "not of its form")]
    [InlineData("""{"action":"puase"}""", "Did you mean 'pause'?")]
    [InlineData("""{"action":"lock","parameter":"dept","value":4}""", "Did you mean 'depth'?")]
    [InlineData("""{"action":"lock","parameter":"kind","value":"c"}""", "it has a, b")]
    [InlineData("""{"action":"trials","trials":0}""", "above 0")]
    [InlineData("""{"action":"trials","trials":1e30}""", "'trials' is no whole number")]
    [InlineData("""{"action":"end","trial":1.5}""", "'trial' is no whole number")]
    [InlineData("""{"action":"enqueue","values":{"depth":1}}""", "'rate' has no value")]
    [InlineData("""{"action":"enqueue","values":{"depth":1},"from":"best"}""", "no best one")]
    public async Task Request_ThatCannotBeObeyed_SaysWhyAndTheSearchGoesOn(string text, string reason)
    {
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random", Folder = _folder, Trials = 2 });
        using SemaphoreSlim ends = new(0);
        Task<StudyResult> search = study.RunAsync(new InProcessExecutor(async (point, _) =>
        {
            await ends.WaitAsync();
            return point[0];
        }));
        string box = Directory.CreateDirectory(GuideBox.Of(_folder)).FullName;
        File.WriteAllText(Path.Combine(box, "x.half"), text);
        File.Move(Path.Combine(box, "x.half"), Path.Combine(box, "x.request.json"));

        GuideAnswer answer = await AnswerTo("x");
        ends.Release(2);

        Assert.False(answer.IsDone);
        Assert.Contains(reason, answer.Text, StringComparison.Ordinal);
        Assert.Equal(StopReason.Trials, (await search.WaitAsync(Long)).Reason);
    }

    [Fact]
    public async Task Request_FromBeforeTheSearch_IsRefused()
    {
        string id = GuideBox.Put(_folder, new GuideRequest(GuideAction.Stop));
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random", Folder = _folder, Trials = 2 });

        StudyResult result = await study.RunAsync(new InProcessExecutor((point, _) => Task.FromResult(point[0])));

        Assert.Equal(StopReason.Trials, result.Reason);
        Assert.False((await AnswerTo(id)).IsDone);
    }

    [Fact]
    public async Task Requests_OfASharedStudy_AreObeyedByAllWhoSearchInOneOrder()
    {
        using JournalStore oneStore = new(_folder, TimeProvider.System, JournalSharing.Shared);
        using JournalStore otherStore = new(_folder, TimeProvider.System, JournalSharing.Shared);
        using Study one = Study.Create(TestSpaces.Mixed, Shared(oneStore));
        using Study other = Study.Create(TestSpaces.Mixed, Shared(otherStore));
        Task<StudyResult>[] searches = [.. new[] { one, other }.Select(study => study.RunAsync(new InProcessExecutor(async (point, _) =>
        {
            await Task.Delay(20);
            return point[0];
        })))];

        foreach (bool isPaused in new[] { true, false, true })
        {
            GuideAnswer answer = await AnswerTo(GuideBox.Put(_folder, new GuideRequest(isPaused ? GuideAction.Pause : GuideAction.Resume)));
            Assert.Contains("All who are at work on the study are told.", answer.Text, StringComparison.Ordinal);
            await Until(() => one.IsPaused == isPaused && other.IsPaused == isPaused);
        }

        await AnswerTo(GuideBox.Put(_folder, new GuideRequest(GuideAction.Trials) { Trials = 70_000 }));
        await Until(() => one.PlannedTrials == 70_000 && other.PlannedTrials == 70_000);

        // One that begins later is not asked to stop by what was said before.
        await AnswerTo(GuideBox.Put(_folder, new GuideRequest(GuideAction.Stop)));
        StudyResult[] results = await Task.WhenAll(searches).WaitAsync(Long);
        Assert.All(results, result => Assert.Equal(StopReason.Stopped, result.Reason));
        using JournalStore lastStore = new(_folder, TimeProvider.System, JournalSharing.Shared);
        int begun = lastStore.Trials.Count;
        using Study last = Study.Create(TestSpaces.Mixed, Shared(lastStore) with { Trials = begun + 3 });
        StudyResult end = await last.RunAsync(new InProcessExecutor((point, _) => Task.FromResult(point[0])));
        Assert.Equal(StopReason.Trials, end.Reason);

        StudyOptions Shared(JournalStore store) => new() { Method = "random", Store = store, Folder = _folder, Trials = 100_000 };
    }

    [Fact]
    public async Task End_OfASharedStudy_ReachesWhoeverRunsTheTrial()
    {
        using JournalStore oneStore = new(_folder, TimeProvider.System, JournalSharing.Shared);
        using JournalStore otherStore = new(_folder, TimeProvider.System, JournalSharing.Shared);
        Study[] studies = [.. new[] { oneStore, otherStore }.Select(store => Study.Create(
            TestSpaces.Mixed, new StudyOptions { Method = "random", Store = store, Folder = _folder, Trials = 2 }))];
        Task<StudyResult>[] searches = [.. studies.Select(study => study.RunAsync(new InProcessExecutor(async (point, trial) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, trial.Cancellation);
            return point[0];
        })))];
        await Until(() => studies.All(study => study.Trials.Count == 2));

        foreach (int number in new[] { 1, 0 })
        {
            GuideAnswer answer = await AnswerTo(GuideBox.Put(_folder, new GuideRequest(GuideAction.End) { Trial = number }));
            Assert.True(answer.IsDone, answer.Text);
        }

        StudyResult[] results = await Task.WhenAll(searches).WaitAsync(Long);
        Assert.All(results[0].Trials, trial => Assert.Equal(FailureKind.Ended, trial.Outcome?.Failure));
        Array.ForEach(studies, study => study.Dispose());
    }

    [Fact]
    public async Task Request_ASharedStudysWorkerComesAndGoes_IsLeftToTheOthers()
    {
        using JournalStore store = new(_folder, TimeProvider.System, JournalSharing.Shared);
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random", Store = store, Folder = _folder, Trials = 1 });
        string id = GuideBox.Put(_folder, new GuideRequest(GuideAction.Lock) { Parameter = "depth", Value = "40" });

        await study.RunAsync(new InProcessExecutor((point, _) => Task.FromResult(point[0])));

        // On a slow machine it had the time to obey.
        Assert.True(
            GuideBox.Withdraw(_folder, id) || (await AnswerTo(id)).Text.Contains("between 1 and 12", StringComparison.Ordinal),
            "A worker that came and went refused a request that others might obey.");
    }

    [Fact]
    public void Record_NobodySearches_TheNextSearchObeys()
    {
        using (Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random", Folder = _folder }))
        {
            study.Tell(study.Ask()!, 1);
        }

        GuideAnswer locked = Guide.Record(_folder, new GuideRequest(GuideAction.Lock) { Parameter = "depth" });
        GuideAnswer queued = Guide.Record(_folder, new GuideRequest(GuideAction.Enqueue) { From = "best", Values = [new("rate", "0.5")] });
        GuideAnswer paused = Guide.Record(_folder, new GuideRequest(GuideAction.Pause));

        using Study next = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random", Folder = _folder });
        Point best = next.Trials[0].Point;
        Assert.Equal((true, true, false), (locked.IsDone, queued.IsDone, paused.IsDone));
        Assert.Contains("No search runs", paused.Text, StringComparison.Ordinal);
        Trial enqueued = next.Ask()!;
        Assert.Equal(0.5, enqueued.Point[0]);
        Assert.Equal(best[4], enqueued.Point[4]);
        Assert.Equal(best[1], next.Ask()!.Point[1]);
    }

    private static async Task Until(Func<bool> condition)
    {
        using CancellationTokenSource limit = new(Long);
        while (!condition())
        {
            await Task.Delay(10, limit.Token);
        }
    }

    private async Task<GuideAnswer> AnswerTo(string id)
    {
        GuideAnswer? answer = null;
        await Until(() => (answer = GuideBox.TakeAnswer(_folder, id)) is not null);
        return answer!;
    }
}
