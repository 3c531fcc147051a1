namespace Hypermax.Storage;

/// <summary>Keeps the facts of one study.</summary>
/// <remarks>
/// <para>When <see cref="Finish"/> returns, the outcome survives the end of the process and of the machine, as far as the
/// kind of store promises. Records are only ever added.</para>
/// <para>Every other member is called between <see cref="Enter"/> and the disposal of what it returned; that makes the store
/// safe to use from several threads and, where the kind of store allows it, from several processes.</para>
/// </remarks>
public interface IStudyStore : IDisposable
{
    /// <summary>Gets what the study is, or null while none has been begun in this store.</summary>
    StudyHeader? Header { get; }

    /// <summary>Gets the trials in the order of their numbers: the entry at n is trial n.</summary>
    IReadOnlyList<TrialRecord> Trials { get; }

    /// <summary>Gets the numbers of the finished trials in the order in which they finished.</summary>
    IReadOnlyList<int> Finished { get; }

    /// <summary>Gets the numbers of the trials that are not finished, smallest first.</summary>
    IReadOnlyCollection<int> Running { get; }

    /// <summary>Gets what people told the study to do, oldest first.</summary>
    IReadOnlyList<Steering> Steering { get; }

    /// <summary>Gets what changed about the study on purpose, oldest first.</summary>
    IReadOnlyList<StudyChange> Changes { get; }

    /// <summary>Gets the numbers of running trials that nobody runs any more, to be run again; each is given out once.</summary>
    IReadOnlyList<int> Orphans { get; }

    /// <summary>Gets what had to be recovered, in words; empty when all was well.</summary>
    IReadOnlyList<string> Recovered { get; }

    /// <summary>Gets the folder of the study, or null when nothing is kept on disk.</summary>
    string? Folder { get; }

    /// <summary>Gets whether other processes may work on the study at the same time. By default false.</summary>
    bool IsShared => false;

    /// <summary>Waits until nobody else uses the store and reads what others have added; dispose the result to let others in.</summary>
    /// <remarks>The thread that entered disposes of the result, and soon: nothing is awaited in between, so a store may lock by threads.</remarks>
    IDisposable Enter();

    /// <summary>Reads what others have added, for those who only look; dispose of the result soon. By default like <see cref="Enter"/>.</summary>
    /// <remarks>
    /// A store that processes share may let others in meanwhile, and may show what it read a tenth of a second before: what is seen stays as it is until the
    /// result is disposed of, and only threads of this process wait. Within it <see cref="Enter"/> may be called.
    /// </remarks>
    IDisposable Look() => Enter();

    /// <summary>Waits until others may have recorded something, or a time is over; for those who have nothing to do, outside of <see cref="Enter"/>.</summary>
    /// <param name="longest">The longest time; a store that hears of nothing waits for a tenth of a second, or for that if it is shorter.</param>
    /// <param name="cancellation">Ends the waiting early, without an exception.</param>
    async Task WaitForOthersAsync(TimeSpan longest, CancellationToken cancellation)
    {
        TimeSpan pause = TimeSpan.FromMilliseconds(100);
        await Task.Delay(longest < pause ? longest : pause, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Begins a study in an empty store.</summary>
    /// <param name="header">What the study is.</param>
    /// <exception cref="InvalidOperationException">The store holds a study already.</exception>
    void Begin(StudyHeader header);

    /// <summary>Records that a trial was asked for, or that an orphan is run again.</summary>
    /// <param name="trial">The running trial.</param>
    void Start(TrialRecord trial);

    /// <summary>Records that this process no longer runs a trial, which did not end: the next process that enters runs it again. By default nothing is
    /// recorded, and the trial is run again when this process is found to be gone.</summary>
    /// <param name="number">The number of a running trial.</param>
    void HandBack(int number)
    {
    }

    /// <summary>Tells whether one of the <see cref="Orphans"/> still waits for this process: another one may have begun or told it meanwhile.</summary>
    /// <param name="number">The number of a trial that was given out.</param>
    bool IsHeld(int number) => !Trials[number].IsFinished;

    /// <summary>Records an intermediate value.</summary>
    /// <param name="number">The number of a running trial.</param>
    /// <param name="report">The value.</param>
    void Report(int number, TrialReport report);

    /// <summary>Records how a trial ended.</summary>
    /// <param name="trial">The finished trial; it was running before.</param>
    void Finish(TrialRecord trial);

    /// <summary>Records what a person told the study to do.</summary>
    /// <param name="steering">What to do.</param>
    void Steer(Steering steering);

    /// <summary>Records what changes about the study from here on: <see cref="Header"/> names the new method, trials that end later carry the new
    /// fingerprint, and others may be set apart.</summary>
    /// <param name="change">What changes.</param>
    void Change(StudyChange change);
}
