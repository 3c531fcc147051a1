using Hypermax.Storage;

namespace Hypermax.Conformance.Stores;

/// <summary>What every store of a study must do; a store joins with one subclass that creates it.</summary>
public abstract class StoreConformance : IDisposable
{
    private static readonly SearchSpace Space = new("line", [new NumericParameter("x", Law.Uniform, 0, 1)]);

    private readonly List<IStudyStore> _open = [];

    /// <summary>Gets the header of a study.</summary>
    protected static StudyHeader Header { get; } = new()
    {
        Name = "conformance",
        Space = Space,
        Seed = 3,
        Method = "random",
        Version = "1.0",
        Created = DateTimeOffset.UnixEpoch,
    };

    /// <summary>Creates an empty store.</summary>
    protected abstract IStudyStore Create();

    public void Dispose()
    {
        _open.ForEach(store => store.Dispose());
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Removes what the store left behind.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    [Fact]
    public void Create_NothingBegun_Empty()
    {
        IStudyStore store = Open();

        Assert.Null(store.Header);
        Assert.Empty(store.Trials);
        Assert.Empty(store.Recovered);
        Assert.Empty(store.Orphans);
    }

    [Fact]
    public void Begin_Twice_RefusedAndTheFirstStays()
    {
        IStudyStore store = Open();
        store.Begin(Header);

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => store.Begin(Header with { Name = "other" }));

        Assert.Contains("conformance", error.Message);
        Assert.Equal("conformance", store.Header!.Name);
    }

    [Fact]
    public void Finish_OutOfOrder_OrderOfNumbersAndOfEndsKept()
    {
        IStudyStore store = Begun();
        Start(store, 0, 1, 2);

        Finish(store, 2, 0.5);
        Finish(store, 0, 0.25);

        Assert.Equal([0, 1, 2], store.Trials.Select(trial => trial.Number));
        Assert.Equal([2, 0], store.Finished);
        Assert.Equal([1], store.Running);
        Assert.Equal([0.25, double.NaN, 0.5], store.Trials.Select(trial => trial.Value));
    }

    [Fact]
    public void Finish_Twice_TheFirstCounts()
    {
        IStudyStore store = Begun();
        Start(store, 0);

        Finish(store, 0, 0.5);
        Finish(store, 0, 0.25);

        Assert.Equal(0.5, Assert.Single(store.Trials).Value);
        Assert.Equal([0], store.Finished);
    }

    [Fact]
    public void Start_OfARunningTrial_PutsItBackToWork()
    {
        IStudyStore store = Begun();
        Start(store, 0);

        Enter(store, () => store.Start(Trial(0) with { Retries = 1 }));

        Assert.Equal(1, Assert.Single(store.Trials).Retries);
        Assert.Equal([0], store.Running);
    }

    [Fact]
    public void Steer_InOrder_ComesBackInOrder()
    {
        IStudyStore store = Begun();
        Steering[] wishes =
        [
            new Steering.Fix(0, 0, 0.5), new Steering.Free(1, 0), new Steering.Enqueue(1, [0.25]), new Steering.Scramble(1, 0), new Steering.Relearn(1, 0),
        ];

        Enter(store, () => Array.ForEach(wishes, store.Steer));

        Assert.Equal(wishes, store.Steering);
    }

    [Fact]
    public void Change_ObjectiveAndMethod_ConcernWhatEndsFromThenOn()
    {
        IStudyStore store = Begun();
        Start(store, 0, 1, 2);
        Finish(store, 0, 1);
        Enter(store, () => store.Change(new StudyChange(3) { Objective = "a", Method = "sobol" }));

        Finish(store, 1, 1);
        Enter(store, () => store.Change(new StudyChange(3) { Objective = "b", Leaders = [1] }));
        Finish(store, 2, 1);

        Assert.Equal([null, "a", "b"], store.Trials.Select(trial => trial.Objective));
        Assert.Equal([true, true, false], store.Trials.Select(trial => trial.IsSetApart));
        Assert.Equal("sobol", store.Header!.Method);
        Assert.Equal([1], store.Changes[1].Leaders);
    }

    [Fact]
    public void Report_OfARunningTrial_Accepted()
    {
        IStudyStore store = Begun();
        Start(store, 0);

        Enter(store, () => store.Report(0, new TrialReport(1, double.NaN)));

        Assert.Equal([0], store.Running);
    }

    [Fact]
    public async Task Enter_SeveralThreads_OneAtATime()
    {
        IStudyStore store = Begun();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (int i = 0; i < 25; i++)
            {
                Enter(store, () => store.Start(Trial(store.Trials.Count)));
            }
        })));

        Assert.Equal(Enumerable.Range(0, 200), store.Trials.Select(trial => trial.Number));
    }

    /// <summary>Makes a running trial.</summary>
    protected static TrialRecord Trial(int number) => new() { Number = number, Point = [0.5], State = TrialState.Running };

    /// <summary>Ends a trial.</summary>
    protected static void Finish(IStudyStore store, int number, double value) => Enter(store, () =>
        store.Finish(Trial(number) with { State = TrialState.Complete, Outcome = TrialOutcome.Of(value) }));

    /// <summary>Starts trials.</summary>
    protected static void Start(IStudyStore store, params int[] numbers) => Enter(store, () => Array.ForEach(numbers, number => store.Start(Trial(number))));

    /// <summary>Creates a store with a study.</summary>
    protected IStudyStore Begun()
    {
        IStudyStore store = Open();
        Enter(store, () => store.Begin(Header));
        return store;
    }

    private static void Enter(IStudyStore store, Action act)
    {
        using (store.Enter())
        {
            act();
        }
    }

    private IStudyStore Open()
    {
        IStudyStore store = Create();
        _open.Add(store);
        return store;
    }
}
