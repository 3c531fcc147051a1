using Hypermax.PostgreSql.Administration;
using Hypermax.Spaces;
using Hypermax.Storage;
using Hypermax.TestSupport;

namespace Hypermax.PostgreSql.Tests;

/// <summary>Several workers on one study.</summary>
public sealed class SharedSearchTests
{
    [PostgresFact]
    public async Task RunAsync_EightWorkersAtOnce_TheStudyHasExactlyItsTrials()
    {
        string name = Servers.NextName();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            using PostgresStore store = new(Servers.Shared.Address, name);
            Searches.Work(store, trials: 200);
        })));

        Searches.RequireExact(Servers.Shared, name, 200);
    }

    [PostgresFact]
    public void RunAsync_ShortTrials_OneIsToldAndTheNextIsBegunInOneTurn()
    {
        string name = Servers.NextName();
        using PostgresStore store = new(Servers.Shared.Address, name);

        Searches.Work(store, trials: 50);

        // One begins the study, one the first trial, and fifty tell one each.
        Assert.Equal("52", Servers.Shared.Sql(
            $"select count(distinct r.xmin::text) from hypermax.record r join hypermax.study s on s.id = r.study where s.name = '{name}'"));
        Searches.RequireExact(Servers.Shared, name, 50);
    }

    [PostgresFact]
    public void Enter_AllThreadsOfThePoolAreBusy_TakesItsTurnAllTheSame()
    {
        using PostgresStore store = new(Servers.Shared.Address, Servers.NextName());
        using Study study = Study.Create(Searches.Space, Searches.Options(20, store));
        study.Tell(study.Ask()!, 1);
        using ManualResetEventSlim release = new();
        int busy = ThreadPool.ThreadCount + 100;
        using CountdownEvent ended = new(busy);
        for (int i = 0; i < busy; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                _ =>
                {
                    release.Wait();
                    ended.Signal();
                },
                state: null);
        }

        Thread worker = new(() =>
        {
            for (int i = 0; i < 5; i++)
            {
                study.Tell(study.Ask()!, i);
            }
        });
        worker.Start();
        bool isDone = worker.Join(TimeSpan.FromSeconds(20));
        release.Set();
        worker.Join();
        ended.Wait();

        Assert.True(isDone, "turns waited for a thread of the pool");
    }

    [PostgresFact]
    public void Create_ConnectionIsCutWhileItBegins_JoinsTheStudyThatAnotherProcessBeganMeanwhile()
    {
        string name = Servers.NextName();
        using PostgresStore store = new($"{Servers.Shared.Address}?application_name=first", name);
        using PostgresStore other = new(Servers.Shared.Address, name);
        Study? begun = null;
        TimeAsked clock = new(() =>
        {
            Servers.Shared.Sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'first'");
            begun = Study.Create(Searches.Space, Searches.Options(3, other) with { Seed = 7, ObjectiveFingerprint = "one" });
        });

        using Study study = Study.Create(
            Searches.Space, Searches.Options(3, store) with { Clock = clock, TryDefaults = true, ObjectiveFingerprint = "one" });
        study.Tell(study.Ask()!, 1);

        Assert.Equal(7, study.Header.Seed);
        Assert.Equal("1", CountOf(name, "kind = 'study'"));
        Assert.Equal("0", CountOf(name, "kind = 'steer'"));

        // The other one hears of the trial a moment later.
        Assert.True(SpinWait.SpinUntil(() => begun!.Trials.Count == 1, TimeSpan.FromSeconds(30)));
    }

    [PostgresFact]
    public void Create_ConnectionIsCutWhileItBegins_RefusesTheOtherSpaceThatAnotherProcessBegan()
    {
        string name = Servers.NextName();
        using PostgresStore store = new($"{Servers.Shared.Address}?application_name=second", name);
        using PostgresStore other = new(Servers.Shared.Address, name);
        TimeAsked clock = new(() =>
        {
            Servers.Shared.Sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'second'");
            Study.Create(new SearchSpace("Other", [new NumericParameter("z", Law.Uniform, 0, 1)]), Searches.Options(3, other));
        });

        Assert.Throws<StudyMismatchException>(() => Study.Create(Searches.Space, Searches.Options(3, store) with { Clock = clock }));
    }

    [PostgresFact]
    public async Task Enter_WorkersBecomeSilent_EachOfTheirTrialsGoesToOneOther()
    {
        string name = Servers.NextName();
        PostgresOptions brief = new() { Lease = TimeSpan.FromSeconds(1) };
        PostgresStore dead = new(Servers.Shared.Address, name, brief);
        Study lost = Study.Create(Searches.Space, Searches.Options(20, dead));
        for (int i = 0; i < 10; i++)
        {
            lost.Ask();
        }

        dead.Abandon();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            using PostgresStore store = new(Servers.Shared.Address, name, brief);
            Searches.Work(store, trials: 20);
        })));

        Searches.RequireExact(Servers.Shared, name, 20);
        Assert.Equal("10|10", Servers.Shared.Sql(
            $"select count(*), sum(attempt) from hypermax.trials where study = '{name}' and attempt > 0"));
        Assert.Equal("10", CountOf(name, "kind = 'start' and line like '%\"retries\"%'"));
    }

    [PostgresFact]
    public void Enter_ProcessOnThisMachineEnded_ItsTrialIsTakenUpWithoutWaitingForTheLease()
    {
        string name = Servers.NextName();
        PostgresStore dead = new(Servers.Shared.Address, name, new PostgresOptions { Lease = TimeSpan.FromDays(1) });
        Study.Create(Searches.Space, Searches.Options(20, dead)).Ask();
        dead.Abandon();
        MoveWorker(name, $"name = '{Environment.MachineName}/{int.MaxValue}/tick1'");

        using PostgresStore store = new(Servers.Shared.Address, name);
        using (store.Enter())
        {
            Assert.Equal([0], store.Orphans);
        }
    }

    [PostgresFact]
    public void Studies_WorkersThatWereKilled_AreNotCountedAndSilentOnesAreTold()
    {
        string name = Servers.NextName();
        PostgresOptions options = new() { Lease = TimeSpan.FromDays(1) };
        using PostgresStore works = new(Servers.Shared.Address, name, options);
        using Study study = Study.Create(Searches.Space, Searches.Options(20, works));
        study.Ask();
        using PostgresDatabase database = PostgresDatabase.Open(Servers.Shared.Address);
        Assert.Equal((1, 0), Workers());

        MoveWorker(name, $"name = '{Environment.MachineName}/{int.MaxValue}/tick1'");
        Assert.Equal((0, 0), Workers());

        // Of another machine only its signs of life tell.
        MoveWorker(name, "name = 'elsewhere/1/tick1', place = 'there'");
        Assert.Equal((1, 0), Workers());
        MoveWorker(name, "lease = interval '1 millisecond'");
        Assert.Equal((0, 0), Workers());

        (long, long) Workers() => Assert.Single(database.Studies(name)) is { } summary ? (summary.Workers, summary.Silent) : default;
    }

    [PostgresFact]
    public void Enter_WorkerOfAnotherMachineGivesSigns_ItsTrialIsLeftAlone()
    {
        string name = Servers.NextName();
        using PostgresStore other = new(Servers.Shared.Address, name, new PostgresOptions { Lease = TimeSpan.FromDays(1) });
        using Study theirs = Study.Create(Searches.Space, Searches.Options(20, other));
        theirs.Ask();
        MoveWorker(name, "name = 'elsewhere/1/tick1', place = 'there'");

        // Clocks of machines count nothing: this one's is a year ahead.
        using PostgresStore store = new(Servers.Shared.Address, name);
        using Study ours = Study.Create(Searches.Space, Searches.Options(20, store) with { Clock = new LaterClock() });
        Trial trial = ours.Ask()!;

        Assert.Equal(1, trial.Number);
        Assert.Empty(store.Orphans);
    }

    [PostgresFact]
    public void Dispose_TrialsStillRun_TheyAreAnybodysAtOnce()
    {
        string name = Servers.NextName();
        using (PostgresStore leaving = new(Servers.Shared.Address, name))
        {
            Study.Create(Searches.Space, Searches.Options(20, leaving)).Ask();
        }

        using PostgresStore store = new(Servers.Shared.Address, name);
        using Study study = Study.Create(Searches.Space, Searches.Options(20, store));

        Assert.Equal(0, study.Ask()!.Number);
        Assert.Equal(1, study.Trials[0].Retries);
    }

    [PostgresFact]
    public void Tell_TrialWasGivenToAnotherMeanwhile_TheFirstOutcomeCountsAndIsStoredOnce()
    {
        string name = Servers.NextName();
        PostgresOptions impatient = new() { Deadline = TimeSpan.Zero };
        using PostgresStore slow = new(Servers.Shared.Address, name);
        using Study one = Study.Create(Searches.Space, Searches.Options(20, slow));
        Trial trial = one.Ask()!;
        using PostgresStore quick = new(Servers.Shared.Address, name, impatient);
        using Study other = Study.Create(Searches.Space, Searches.Options(20, quick));
        Trial again = other.Ask()!;
        other.Tell(again, 1);

        Assert.Equal(trial.Number, again.Number);
        Assert.Throws<InvalidOperationException>(() => one.Tell(trial, 2));
        Assert.Equal("1", CountOf(name, "kind = 'finish'"));
        Assert.Equal(1, one.Trials[0].Value);
    }

    [PostgresFact]
    public async Task WaitForOthersAsync_AnotherTells_IsWokenLongBeforeTheTimeIsOver()
    {
        string name = Servers.NextName();
        using PostgresStore teller = new(Servers.Shared.Address, name);
        using Study study = Study.Create(Searches.Space, Searches.Options(20, teller));
        Trial trial = study.Ask()!;
        using PostgresStore waiter = new(Servers.Shared.Address, name);
        using (waiter.Enter())
        {
        }

        TimeSpan long_ = TimeSpan.FromMinutes(10);
        await waiter.WaitForOthersAsync(long_, CancellationToken.None);
        Task woken = waiter.WaitForOthersAsync(long_, CancellationToken.None);
        Assert.False(woken.IsCompleted);
        study.Tell(trial, 1);

        await woken.WaitAsync(TimeSpan.FromMinutes(1));
        using (waiter.Look())
        {
        }
    }

    private static string CountOf(string study, string condition) => Servers.Shared.Sql(
        $"select count(*) from hypermax.record r join hypermax.study s on s.id = r.study where s.name = '{study}' and {condition}");

    private static void MoveWorker(string study, string facts) => Servers.Shared.Sql(
        $"update hypermax.worker w set {facts} from hypermax.study s where s.id = w.study and s.name = '{study}'");

    private sealed class LaterClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddYears(1);
    }

    /// <summary>Does something the first time that somebody asks for the time, which a study does as it begins.</summary>
    private sealed class TimeAsked(Action once) : TimeProvider
    {
        private Action? _once = once;

        public override DateTimeOffset GetUtcNow()
        {
            Interlocked.Exchange(ref _once, null)?.Invoke();
            return base.GetUtcNow();
        }
    }
}
