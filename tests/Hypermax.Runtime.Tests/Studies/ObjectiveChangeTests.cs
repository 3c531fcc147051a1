using Hypermax.Execution.InProcess;
using Hypermax.Storage.InMemory;
using Hypermax.Storage.Journal;
using Hypermax.Studies;

namespace Hypermax.Tests.Studies;

/// <summary>Studies that go on after what decides their loss has changed.</summary>
public sealed class ObjectiveChangeTests : IDisposable
{
    private const double Shift = 100;

    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-objective-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Open_SameFingerprint_NothingToSay()
    {
        await RunAsync("a", trials: 3);

        Study study = await RunAsync("a", trials: 5);

        Assert.Null(study.ObjectiveChange);
        Assert.All(study.Trials, trial => Assert.Equal("a", trial.Objective));
    }

    [Fact]
    public async Task Open_OtherFingerprint_SaysFromWhichTrialAndGoesOn()
    {
        await RunAsync("a", trials: 8);

        Study study = await RunAsync("b", trials: 12, shift: Shift);

        Assert.Equal(8, study.ObjectiveChange!.FromTrial);
        Assert.Contains("from trial 8 on", study.ObjectiveChange.ToString());
        Assert.Equal(Enumerable.Repeat("a", 8).Concat(Enumerable.Repeat("b", 4)), study.Trials.Select(trial => trial.Objective));
        Assert.True(study.Best!.Number < 8);
        Assert.Null((await RunAsync("b", trials: 12)).ObjectiveChange);
        Assert.Equal(12, (await RunAsync("c", trials: 13)).ObjectiveChange!.FromTrial);
    }

    [Fact]
    public async Task Open_FingerprintForTheFirstTime_IsNoChange()
    {
        await RunAsync(null, trials: 3);

        Assert.Null((await RunAsync("a", trials: 4)).ObjectiveChange);
        Study study = await RunAsync(null, trials: 5);

        Assert.Null(study.ObjectiveChange);
        Assert.Equal([null, null, null, "a", "a"], study.Trials.Select(trial => trial.Objective));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Remeasure_LeadersRunAgainAndOnlyTheNewCodeCounts(bool inMemory)
    {
        InMemoryStore? store = inMemory ? new InMemoryStore() : null;
        Study before = await RunAsync("a", trials: 20, store: store);
        TrialRecord[] leaders = [.. before.Trials.OrderBy(trial => trial.Value).Take(Remeasuring.Leaders)];

        Study study = await RunAsync("b", trials: 20, Shift, ObjectiveChangeAnswer.Remeasure, store);

        TrialRecord[] again = [.. study.Trials.Skip(20)];
        Assert.Equal(Remeasuring.Leaders, study.ObjectiveChange!.Leaders);
        Assert.Equal(leaders.Select(trial => trial.Point), again.Select(trial => trial.Point));
        Assert.Equal(leaders.Select(trial => trial.Value + Shift), again.Select(trial => trial.Value));
        Assert.All(study.Trials.Take(20), trial => Assert.True(trial.IsSetApart));
        Assert.Equal(20, study.Best!.Number);

        Study more = await RunAsync("b", trials: 23, Shift, ObjectiveChangeAnswer.Remeasure, store);
        Assert.Null(more.ObjectiveChange);
        Assert.Equal(20 + Remeasuring.Leaders + 3, more.Trials.Count);
        Assert.All(more.Trials.Skip(20), trial => Assert.False(trial.IsSetApart));
    }

    [Fact]
    public async Task Remeasure_Interrupted_TheRestIsRunWhenTheStudyGoesOn()
    {
        await RunAsync("a", trials: 10);
        using (Study study = Open("b", trials: 10, ObjectiveChangeAnswer.Remeasure))
        {
            study.Tell(study.Ask()!, 100);
            study.Ask();
        }

        Study again = await RunAsync("b", trials: 10, Shift);

        Assert.Equal(10 + Remeasuring.Leaders, again.Trials.Count);
        Assert.Equal(Remeasuring.Leaders, again.Trials.Skip(10).Select(trial => string.Join(' ', trial.Point)).Distinct().Count());
    }

    [Fact]
    public async Task Remeasure_SamplerLearnsFromTheNewValuesOnly()
    {
        await RunAsync("a", trials: 30, shift: -Shift, method: "tpe");

        Study study = await RunAsync("b", trials: 60, answer: ObjectiveChangeAnswer.Remeasure, method: "tpe");

        Assert.All(
            study.Trials.Where(
                trial => trial.Insight!.Method.StartsWith("tpe", StringComparison.Ordinal) && !trial.IsSetApart && !double.IsNaN(trial.Insight.Expected)),
            trial => Assert.True(trial.Insight!.Expected > -Shift / 2));
        Assert.True(study.Best!.Value > 0);
    }

    [Fact]
    public async Task Fresh_OldJournalArchivedAndTheStudyBeginsAgain()
    {
        await RunAsync("a", trials: 4);

        Study study = await RunAsync("b", trials: 2, Shift, ObjectiveChangeAnswer.Fresh);

        Assert.Equal(2, study.Trials.Count);
        Assert.All(study.Trials, trial => Assert.True(trial.Value > Shift));
        Assert.True(File.Exists(Path.Combine(_folder, study.ObjectiveChange!.Archive!)));
    }

    [Fact]
    public async Task Fail_RefusedWithTheDifference()
    {
        await RunAsync("a", trials: 4);

        StudyMismatchException error = Assert.Throws<StudyMismatchException>(() => Open("b", trials: 5, ObjectiveChangeAnswer.Fail));

        Assert.Equal("objective", Assert.Single(error.Differences).Name);
    }

    [Fact]
    public async Task Compact_AfterChangesThereAndBack_EveryTrialKeepsItsCode()
    {
        await RunAsync("a", trials: 6);
        await RunAsync("b", trials: 6, Shift, ObjectiveChangeAnswer.Remeasure);
        Study before = await RunAsync("a", trials: 8);

        JournalInspection.Compact(_folder);

        using Study after = Open("a", trials: 8);
        Assert.Null(after.ObjectiveChange);
        Assert.Equal(before.Trials.Select(Describe), after.Trials.Select(Describe));
    }

    private static string Describe(TrialRecord trial) => FormattableString.Invariant($"{trial.Number} {trial.Value:R} {trial.Objective} {trial.IsSetApart}");

    private Study Open(
        string? fingerprint, int trials, ObjectiveChangeAnswer answer = ObjectiveChangeAnswer.Warn, InMemoryStore? store = null, string method = "random") =>
        Study.Create(
            TestSpaces.Mixed,
            new StudyOptions
            {
                Folder = store is null ? _folder : null,
                Store = store,
                Method = method,
                Trials = trials,
                ObjectiveFingerprint = fingerprint,
                ObjectiveChange = answer,
            });

    private async Task<Study> RunAsync(
        string? fingerprint,
        int trials,
        double shift = 0,
        ObjectiveChangeAnswer answer = ObjectiveChangeAnswer.Warn,
        InMemoryStore? store = null,
        string method = "random")
    {
        using Study study = Open(fingerprint, trials, answer, store, method);
        await study.RunAsync(new InProcessExecutor((vector, _) => Task.FromResult(shift + TestSpaces.Loss(vector))));
        return study;
    }
}
