using System.Diagnostics;
using Hypermax.Execution;
using Hypermax.Execution.InProcess;
using Hypermax.Studies;
using Hypermax.Studies.Guiding;
using Hypermax.Studies.Watching;
using Hypermax.TestSupport;

namespace Hypermax.PostgreSql.Tests;

/// <summary>What people ask of a search reaches all who work on its study, wherever they are.</summary>
public sealed class NoticeTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);

    [PostgresFact]
    public async Task Ask_WhatIsForASearch_IsObeyedByAllWhoSearchInOneOrder()
    {
        string name = Servers.NextName();
        (Study One, Task<StudyResult> Search) one = Work(name, 100_000);
        (Study One, Task<StudyResult> Search) other = Work(name, 100_000);
        Study[] studies = [one.One, other.One];
        await Until(() => studies[0].Trials.Count > 4 && Workers(name) == "2");

        foreach (bool isPaused in new[] { true, false, true, false })
        {
            (GuideAnswer answer, GuideEnd end) = Ask(name, new GuideRequest(isPaused ? GuideAction.Pause : GuideAction.Resume));
            Assert.Equal(GuideEnd.Done, end);
            Assert.Contains("2 workers on ", answer.Text, StringComparison.Ordinal);
            await Until(() => studies.All(study => study.IsPaused == isPaused));
            Assert.Equal((isPaused, false), (Status(name).IsPaused, Status(name).IsStopping));
        }

        Ask(name, new GuideRequest(GuideAction.Trials) { Trials = 70_000 });
        await Until(() => studies.All(study => study.PlannedTrials == 70_000));
        await Until(() => Status(name).Planned == 70_000);
        Ask(name, new GuideRequest(GuideAction.Stop));
        StudyResult[] results = await Task.WhenAll(one.Search, other.Search).WaitAsync(Long);

        Assert.All(results, result => Assert.Equal(StopReason.Stopped, result.Reason));

        // One that begins later is not asked to stop by what was said before.
        (Study study, Task<StudyResult> search) = Work(name, studies[0].Trials.Count + 3);
        Assert.Equal(StopReason.Trials, (await search.WaitAsync(Long)).Reason);
        Assert.False(study.IsStopping);
    }

    [PostgresFact]
    public async Task Ask_ToEndATrial_ReachesWhoeverRunsIt()
    {
        string name = Servers.NextName();
        (_, Task<StudyResult> one) = Work(name, 2, hangs: true);
        (Study study, Task<StudyResult> other) = Work(name, 2, hangs: true);
        await Until(() => study.Trials.Count == 2);

        Assert.Equal(GuideEnd.Refused, Ask(name, new GuideRequest(GuideAction.End) { Trial = 2 }).End);
        Assert.Equal(GuideEnd.Done, Ask(name, new GuideRequest(GuideAction.End) { Trial = 1 }).End);
        await Until(() => study.Trials[1].IsFinished);
        (GuideAnswer again, GuideEnd end) = Ask(name, new GuideRequest(GuideAction.End) { Trial = 1 });
        Assert.Equal(GuideEnd.Done, Ask(name, new GuideRequest(GuideAction.End) { Trial = 0 }).End);
        StudyResult[] results = await Task.WhenAll(one, other).WaitAsync(Long);

        Assert.Equal(GuideEnd.Refused, end);
        Assert.Contains("has ended already", again.Text, StringComparison.Ordinal);
        Assert.All(results[0].Trials, trial => Assert.Equal(FailureKind.Ended, trial.Outcome?.Failure));
    }

    [PostgresFact]
    public async Task Request_InTheFolderOfOneWorker_IsForAllOfTheStudy()
    {
        string name = Servers.NextName();
        string folder = Directory.CreateTempSubdirectory("hypermax-").FullName;
        (Study one, Task<StudyResult> search) = Work(name, 100_000, folder: folder);
        (Study other, Task<StudyResult> their) = Work(name, 100_000, hangs: true);
        await Until(() => one.Trials.Any(trial => trial.IsFinished) && Running(name) is not null);

        string paused = await AnswerAsync(folder, new GuideRequest(GuideAction.Pause));
        await Until(() => one.IsPaused && other.IsPaused);
        await Until(() => one.Trials.Count(trial => !trial.IsFinished) == 1);
        int hanging = one.Trials.Single(trial => !trial.IsFinished).Number;
        string ended = await AnswerAsync(folder, new GuideRequest(GuideAction.End) { Trial = hanging });
        await Until(() => one.Trials[hanging].IsFinished);
        await AnswerAsync(folder, new GuideRequest(GuideAction.Stop));
        await Task.WhenAll(search, their).WaitAsync(Long);

        Directory.Delete(folder, recursive: true);

        Assert.Contains("All who are at work on the study are told.", paused, StringComparison.Ordinal);
        Assert.Contains("Another process runs it, and is told.", ended, StringComparison.Ordinal);
        Assert.Equal(FailureKind.Ended, one.Trials[hanging].Outcome?.Failure);
    }

    [PostgresFact]
    public void Ask_NobodySearches_SaysSoAndLeavesNoWordForLater()
    {
        string name = Servers.NextName();
        using (PostgresStore store = new(Servers.Shared.Address, name))
        {
            Searches.Work(store, trials: 2);
        }

        (GuideAnswer paused, GuideEnd end) = Ask(name, new GuideRequest(GuideAction.Pause));
        (GuideAnswer more, _) = Ask(name, new GuideRequest(GuideAction.Trials) { Trials = 9 });
        (GuideAnswer none, GuideEnd wrong) = Ask(name, new GuideRequest(GuideAction.Trials));

        Assert.Equal((false, GuideEnd.NotSearching), (paused.IsDone, end));
        Assert.Contains($"Nobody searches '{name}'", paused.Text, StringComparison.Ordinal);
        Assert.Contains("with that number of trials", more.Text, StringComparison.Ordinal);
        Assert.Equal((false, GuideEnd.Refused), (none.IsDone, wrong));
        Assert.Equal("0", Servers.Shared.Sql(
            $"select count(*) from hypermax.paper p join hypermax.study s on s.id = p.study where s.name = '{name}' and p.part > 0"));
    }

    [PostgresFact]
    public async Task Ask_WhileAnotherHasATurn_WaitsSoThatWordsKeepTheirOrder()
    {
        string name = Servers.NextName();
        (Study study, Task<StudyResult> search) = Work(name, 100_000);
        await Until(() => study.Trials.Count > 0);
        using PostgresStore holder = new(Servers.Shared.Address, name);
        Task<(GuideAnswer Answer, GuideEnd End)> asked;
        using (holder.Enter())
        {
            asked = Task.Run(() => Ask(name, new GuideRequest(GuideAction.Stop)));
            Assert.NotSame(asked, Task.WhenAny(asked, Task.Delay(500)).GetAwaiter().GetResult());
        }

        Assert.True((await asked.WaitAsync(Long)).Answer.IsDone);
        Assert.Equal(StopReason.Stopped, (await search.WaitAsync(Long)).Reason);
    }

    private static (Study Study, Task<StudyResult> Search) Work(string name, int trials, bool hangs = false, string? folder = null)
    {
        PostgresStore store = new(Servers.Shared.Address, name, new PostgresOptions { Folder = folder });
        Study study = Study.Create(Searches.Space, Searches.Options(trials, store));
        Task<StudyResult> search = Task.Run(async () =>
        {
            using (store)
            {
                return await study.RunAsync(new InProcessExecutor(async (point, trial) =>
                {
                    await Task.Delay(hangs ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(20), trial.Cancellation);
                    return Searches.Value(point);
                }));
            }
        });
        return (study, search);
    }

    private static (GuideAnswer Answer, GuideEnd End) Ask(string name, GuideRequest request)
    {
        using PostgresStudies studies = new(Servers.Shared.Address, name);
        return studies.Find().Single().Ask(request, TimeSpan.FromSeconds(30));
    }

    private static GuideStatus Status(string name) => Ask(name, new GuideRequest(GuideAction.Status)).Answer.Status!;

    private static string Workers(string name) => Servers.Shared.Sql($"select count(*) from hypermax.workers where study = '{name}' and is_alive");

    private static string? Running(string name) => Servers.Shared.Sql(
        $"select number from hypermax.trials where study = '{name}' and state = 'running' limit 1") is { Length: > 0 } number ? number : null;

    private static async Task<string> AnswerAsync(string folder, GuideRequest request)
    {
        string id = GuideBox.Put(folder, request);
        GuideAnswer? answer = null;
        await Until(() => (answer = GuideBox.TakeAnswer(folder, id)) is not null);
        Assert.True(answer!.IsDone, answer.Text);
        return answer.Text;
    }

    private static async Task Until(Func<bool> condition)
    {
        long started = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Long, "It did not happen in time.");
            await Task.Delay(50);
        }
    }
}
