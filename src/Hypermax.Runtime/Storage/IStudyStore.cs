namespace Hypermax.Storage;

/// <summary>Keeps the facts of one study.</summary>
/// <remarks>
/// <para>When <see cref="Finish"/> returns, the outcome survives the end of the process and of the machine, as far as the
/// kind of store promises. Records are only ever added. Safe to call from several threads at once.</para>
/// </remarks>
public interface IStudyStore : IDisposable
{
    /// <summary>Gets what the study is, or null while none has been begun in this store.</summary>
    StudyHeader? Header { get; }

    /// <summary>Gets the trials known when the store was opened or last written, in the order of their numbers.</summary>
    IReadOnlyList<TrialRecord> Trials { get; }

    /// <summary>Gets what had to be recovered when the store was opened, in words; empty when all was well.</summary>
    IReadOnlyList<string> Recovered { get; }

    /// <summary>Gets the folder of the study, or null when nothing is kept on disk.</summary>
    string? Folder { get; }

    /// <summary>Begins a study in an empty store.</summary>
    /// <param name="header">What the study is.</param>
    /// <exception cref="InvalidOperationException">The store holds a study already.</exception>
    void Begin(StudyHeader header);

    /// <summary>Records that a trial was asked for.</summary>
    /// <param name="trial">The running trial; its number is new.</param>
    void Start(TrialRecord trial);

    /// <summary>Records an intermediate value.</summary>
    /// <param name="number">The number of a running trial.</param>
    /// <param name="report">The value.</param>
    void Report(int number, TrialReport report);

    /// <summary>Records how a trial ended.</summary>
    /// <param name="trial">The finished trial; it was running before.</param>
    void Finish(TrialRecord trial);
}
