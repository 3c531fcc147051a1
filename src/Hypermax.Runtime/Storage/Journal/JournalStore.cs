using Hypermax.ProcessTable;


namespace Hypermax.Storage.Journal;

/// <summary>Keeps a study in a folder, in one append-only file of checksummed records: <c>journal.jsonl</c>.</summary>
/// <remarks>
/// <para>When <see cref="Finish"/> returns, the record has been forced to the disk. A process killed at any moment loses at
/// most its running trials, which are given out as <see cref="Orphans"/> when the folder is opened again. A torn or changed
/// record is told with its position and takes no other record with it. When the journal is deleted, replaced or cut off by
/// somebody else, the next record throws a <see cref="JournalLostException"/>, and everything known is in a file of its own.</para>
/// <para>By default one process owns the folder. With <see cref="JournalSharing.Shared"/> several may work on the study: each
/// takes turns through a lock of the operating system, and the order of the log decides who owns a trial.</para>
/// <para>Cost: one write a record and one fsync a finished trial; opening reads the file once.</para>
/// </remarks>
public sealed class JournalStore : IStudyStore
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(20);

    private readonly StudyTables _tables = new();
    private readonly Turn _turn = new();
    private readonly OwnerWatch _owners;
    private readonly JournalReader _reader;
    private readonly JournalFile _file;
    private readonly JournalRescue _rescue;
    private readonly FolderLock _lock;
    private readonly JournalTurns? _turns;
    private readonly ITimer? _beat;
    private readonly List<int> _orphans = [];
    private readonly List<string> _recovered = [];
    private bool _isClosed;

    /// <summary>Opens the journal in a folder, or an empty one in a new folder.</summary>
    /// <param name="folder">The folder of the study; created if need be.</param>
    /// <param name="clock">The clock. By default the system's.</param>
    /// <param name="sharing">Whether other processes may work on the study at the same time.</param>
    /// <param name="deadline">How long a trial of another process may run before it is given out again, as that process may hang; the first outcome told
    /// counts. By default null: as long as its process lives.</param>
    /// <exception cref="StudyInUseException">Another process owns the folder.</exception>
    /// <exception cref="JournalFormatException">The journal is of a newer format, its first record is lost, or it is no journal at all.</exception>
    /// <exception cref="IOException">The journal is a link, the folder cannot be created or written to, or it is to be shared and its file system does not
    /// show the locks of one process to the others.</exception>
    public JournalStore(string folder, TimeProvider? clock = null, JournalSharing sharing = JournalSharing.Exclusive, TimeSpan? deadline = null)
    {
        TimeProvider time = clock ?? TimeProvider.System;
        Folder = Directory.CreateDirectory(folder).FullName;
        if (sharing == JournalSharing.Shared)
        {
            SharedFolder.Require(Folder);
        }

        _lock = FolderLock.Take(Folder, sharing == JournalSharing.Shared);
        try
        {
            _file = new JournalFile(Path.Combine(Folder, FileName), canWrite: true);
            _rescue = new JournalRescue(_tables, Folder);
            _owners = new OwnerWatch(time, Lease, deadline);
            _reader = new JournalReader(_tables, _owners, _file.Path);
            _turns = sharing == JournalSharing.Shared ? new JournalTurns(Folder, _file) : null;
            using (Enter())
            {
                Recover(alone: _turns is null);
            }

            _beat = _turns is null ? null : time.CreateTimer(_ => Beat(), state: null, BeatEvery, BeatEvery);
        }
        catch
        {
            _file?.Dispose();
            _lock.Dispose();
            throw;
        }
    }

    /// <summary>Gets the name of the journal within the folder of a study.</summary>
    public static string FileName => "journal.jsonl";

    /// <inheritdoc/>
    public StudyHeader? Header => _tables.Header;

    /// <inheritdoc/>
    public IReadOnlyList<TrialRecord> Trials => _tables.Trials;

    /// <inheritdoc/>
    public IReadOnlyList<int> Finished => _tables.Finished;

    /// <inheritdoc/>
    public IReadOnlyCollection<int> Running => _tables.Running;

    /// <inheritdoc/>
    public IReadOnlyList<Steering> Steering => _tables.Steering;

    /// <inheritdoc/>
    public IReadOnlyList<StudyChange> Changes => _tables.Changes;

    /// <inheritdoc/>
    public IReadOnlyList<int> Orphans => _orphans;

    /// <inheritdoc/>
    public IReadOnlyList<string> Recovered => _recovered;

    /// <inheritdoc/>
    public string Folder { get; }

    /// <inheritdoc/>
    public bool IsShared => _turns is not null;

    /// <summary>Gets the records that are damaged; they are passed over.</summary>
    public IReadOnlyList<DamagedLine> Damaged => _file.Damaged;

    /// <inheritdoc/>
    public IDisposable Enter()
    {
        _turn.Take();
        try
        {
            if (_turns is null)
            {
                return _turn;
            }

            IDisposable turn = _turns.Take(_turn);
            ReadNew();
            _orphans.AddRange(_owners.TakeOrphans(alone: false));
            return turn;
        }
        catch
        {
            _turn.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Begin(StudyHeader header)
    {
        _tables.RequireEmpty();
        Append(JournalWriter.Study(header), durable: true, () => _tables.Begin(header));
        GitAttributes.Write(Folder);
    }

    /// <inheritdoc/>
    public void Start(TrialRecord trial) => Append(JournalWriter.Start(trial, ProcessName.Self), durable: false, () =>
    {
        _tables.Start(trial);
        _reader.Forget(trial.Number);
        _owners.Runs(ProcessName.Self, trial.Number);
    });

    /// <inheritdoc/>
    public void HandBack(int number) => Append(JournalWriter.Back(number), durable: false, () => _owners.GaveBack(number));

    /// <inheritdoc/>
    public bool IsHeld(int number) => !_tables.Trials[number].IsFinished && _owners.IsOwn(number);

    /// <inheritdoc/>
    public void Report(int number, TrialReport report) =>
        Append(JournalWriter.Report(number, report), durable: false, () => _reader.Add(number, report));

    /// <inheritdoc/>
    public void Finish(TrialRecord trial)
    {
        bool withReports = !_reader.HasReports(trial.Number, trial.Outcome!.Reports.Count);
        Append(JournalWriter.Finish(trial, withReports), durable: true, () =>
        {
            _tables.Finish(trial);
            _reader.Forget(trial.Number);
            _owners.Ended(trial.Number);
        });
    }

    /// <inheritdoc/>
    public void Steer(Steering steering) => Append(JournalWriter.Steer(steering), durable: true, () => _tables.Steer(steering));

    /// <inheritdoc/>
    public void Change(StudyChange change) => Append(JournalWriter.Change(change), durable: true, () => _tables.Change(change));

    /// <inheritdoc/>
    public void Dispose()
    {
        _beat?.Dispose();
        using (_turn.Take())
        {
            _isClosed = true;
            _turns?.Dispose();
            _file.Dispose();
            _lock.Dispose();
        }
    }

    // The disk first: what is not there did not happen. Only a journal that is no longer there takes everything with it into another file.
    private void Append(byte[] line, bool durable, Action apply)
    {
        try
        {
            _file.Append(line, durable);
        }
        catch (JournalLostException lost)
        {
            apply();
            throw _rescue.Save(lost);
        }

        apply();
    }

    private void ReadNew()
    {
        try
        {
            _file.ReadNew(_reader.Apply);
        }
        catch (JournalLostException lost)
        {
            throw _rescue.Save(lost);
        }
    }

    private void Recover(bool alone)
    {
        if (alone)
        {
            ReadNew();
            _file.SettleEnd(_reader.Apply);
            _orphans.AddRange(_owners.TakeOrphans(alone: true));
        }

        JournalReader.RequireHeader(_file, _tables);
        _recovered.AddRange(_file.Damaged.Select(line => $"{FileName}: {line}."));
        TellOrphans("Trials that were running when the search ended are run again", trial => !trial.IsLost);
        TellOrphans("Trials whose records are damaged are run again", trial => trial.IsLost);
    }

    private void TellOrphans(string what, Predicate<TrialRecord> which)
    {
        int[] orphans = [.. _orphans.Where(number => which(_tables.Trials[number]))];
        if (orphans.Length > 0)
        {
            _recovered.Add($"{what}: {string.Join(", ", orphans)}.");
        }
    }

    // On a thread of the timer, where anything thrown would end the process; also once after it was stopped. A disk that is
    // full may have room again at the next beat, and the search itself meets the trouble with its next record.
    private void Beat()
    {
        using (_turn.Take())
        {
            if (_isClosed)
            {
                return;
            }

            try
            {
                using (Enter())
                {
                    _file.Append(JournalWriter.Beat(ProcessName.Self), durable: false);
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or JournalFormatException)
            {
                // Others wait for the lease, which is longer than three beats.
            }
        }
    }
}
