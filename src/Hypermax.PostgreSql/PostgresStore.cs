using System.Diagnostics;
using Hypermax.Execution.Usages;
using Hypermax.PostgreSql.Connecting;
using Hypermax.PostgreSql.Records;
using Hypermax.PostgreSql.Schema;
using Hypermax.PostgreSql.Workers;
using Hypermax.Storage;
using Hypermax.Storage.Journal;
using Hypermax.Studies.Guiding;
using Hypermax.Studies.Watching;
using Npgsql;

namespace Hypermax.PostgreSql;

/// <summary>Keeps a study in a PostgreSQL database, where many processes on many machines search it together.</summary>
/// <remarks>
/// <para>When a turn in which <see cref="Finish"/> was called has ended, the record is on the disk of the server. While the server cannot be reached, entering
/// and leaving wait as long as <see cref="PostgresOptions.Patience"/> says; a cut connection, a restart or a recovery loses nothing and stores nothing
/// twice.</para>
/// <para>The trials of a process that gives no sign of life for <see cref="PostgresOptions.Lease"/> are given out as <see cref="Orphans"/>, one at a time
/// and each to one process. Times are those of the server's clock, so clocks of machines may differ.</para>
/// <para>Safe to use from several threads at once. Cost: one connection; a turn is two round trips and, where something was recorded, a third one and a
/// commit that waits for the disk; reading is by news only. It needs no thread but the caller's.</para>
/// </remarks>
public sealed class PostgresStore : IStudyStore, INoticeStore, IUsageStore
{
    private static readonly TimeSpan Opening = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LookWhileWaiting = TimeSpan.FromSeconds(1);

    private readonly PostgresOptions _options;
    private readonly Session _session;
    private readonly StudyMirror _mirror;
    private readonly WorkerRow _worker;
    private readonly StudyTurns _turns;
    private readonly ChangeWatch _watch;
    private readonly StoreNotices _notices;
    private readonly StoreUsages _usages;
    private readonly Turn _turn = new();
    private readonly Timer _beat;
    private readonly List<int> _orphans = [];
    private readonly HashSet<int> _mine = [];
    private readonly bool _takesPart;
    private int _depth;
    private int _isBeating;
    private long? _read;
    private long? _looked;
    private bool _isWaiting;
    private bool _isClosed;

    /// <summary>Opens a study of a database, or what will be one; makes or updates the schema <c>hypermax</c> where that is needed.</summary>
    /// <param name="address">A URL <c>postgres://user@host:port/database?key=value</c> or <c>key=value</c> text; what it does not say comes from <c>PGHOST</c>
    /// and the other variables of PostgreSQL, and a password from <c>PGPASSFILE</c>, <c>~/.pgpass</c> or <c>PGPASSWORD</c>.</param>
    /// <param name="study">The name of the study within the database; not empty.</param>
    /// <param name="options">How this process takes part. By default as documented there.</param>
    /// <exception cref="FormatException">The address cannot be read.</exception>
    /// <exception cref="ArgumentException">The name is empty, or an option breaks its rule.</exception>
    /// <exception cref="PostgresStoreException">The server is not there, does not let the user in or lacks the database; the schema is newer; or the user may
    /// not write.</exception>
    /// <exception cref="JournalFormatException">The study was written by a newer version.</exception>
    public PostgresStore(string address, string study, PostgresOptions? options = null)
        : this(PostgresAddress.Parse(address), Named(study), options ?? new PostgresOptions(), takesPart: true)
    {
    }

    private PostgresStore(PostgresAddress address, string study, PostgresOptions options, bool takesPart)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Lease, TimeSpan.FromSeconds(1), nameof(options));
        (_options, _takesPart) = (options, takesPart);
        _session = new Session(address, options.Notice);
        _watch = new ChangeWatch(_session.Address);
        _mirror = new StudyMirror($"Study '{study}' of {_session.Address}");
        _worker = new WorkerRow(_options.Lease);
        _notices = new StoreNotices(this, study);
        _usages = new StoreUsages(this);
        _turns = new StudyTurns(_session, study, _mirror, _worker, _options.Patience) { Lost = number => _mine.Remove(number) };
        try
        {
            _session.Try(
                connection =>
                {
                    Migrations.Run(connection, _session.Address);
                    WriteAccess.Require(connection, _session.Address);
                    _turns.Read(connection);
                    return true;
                },
                Opening < _options.Patience ? Opening : _options.Patience,
                _options.Patience);
        }
        catch
        {
            _session.Dispose();
            throw;
        }

        _beat = new Timer(_ => Beat(), state: null, _worker.Every, _worker.Every);
    }

    /// <summary>Gets the database as people may see it: without a password.</summary>
    public string Address => _session.Address.ToString();

    /// <inheritdoc/>
    public StudyHeader? Header => _mirror.Tables.Header;

    /// <inheritdoc/>
    public IReadOnlyList<TrialRecord> Trials => _mirror.Tables.Trials;

    /// <inheritdoc/>
    public IReadOnlyList<int> Finished => _mirror.Tables.Finished;

    /// <inheritdoc/>
    public IReadOnlyCollection<int> Running => _mirror.Tables.Running;

    /// <inheritdoc/>
    public IReadOnlyList<Steering> Steering => _mirror.Tables.Steering;

    /// <inheritdoc/>
    public IReadOnlyList<StudyChange> Changes => _mirror.Tables.Changes;

    /// <inheritdoc/>
    public IReadOnlyList<int> Orphans => _orphans;

    /// <inheritdoc/>
    public IReadOnlyList<string> Recovered => _mirror.Damaged;

    /// <inheritdoc/>
    public string? Folder => _options.Folder;

    /// <inheritdoc/>
    public bool IsShared => true;

    /// <inheritdoc/>
    INotices INoticeStore.Notices => _notices;

    /// <inheritdoc/>
    IUsageBoard IUsageStore.Usages => _usages;

    /// <inheritdoc/>
    /// <exception cref="PostgresStoreException">The server cannot be reached, or the study is not what it was.</exception>
    public IDisposable Enter()
    {
        _turn.Take();
        try
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            if (_depth == 0)
            {
                EnterDatabase();
            }

            _depth++;
            return new Held(this);
        }
        catch
        {
            _turn.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    /// <remarks>Reads what is new at most ten times a second, and what is known while the server cannot be reached.</remarks>
    public IDisposable Look()
    {
        _turn.Take();
        try
        {
            if (_depth == 0 && !_isClosed && !_turns.Pending.IsAny && (_read is not long last || Stopwatch.GetElapsedTime(last) > Fresh))
            {
                Refresh();
            }

            return _turn;
        }
        catch
        {
            _turn.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    /// <remarks>Wakes up when the database announces something, on a second connection that is there as long as this process waits.</remarks>
    public async Task WaitForOthersAsync(TimeSpan longest, CancellationToken cancellation)
    {
        _isWaiting = true;
        if (_turns.Study is not long study || _worker.Id is null || !await _watch.WaitAsync(study, _worker, longest, cancellation).ConfigureAwait(false))
        {
            await Task.Delay(longest < Fresh ? longest : Fresh, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc/>
    public void Begin(StudyHeader header)
    {
        _mirror.Tables.RequireEmpty();
        _turns.Begin();
        Record(new PendingRecord(PendingRecord.Study, Line(JournalWriter.Study(header))));
        _mirror.Tables.Begin(header);
    }

    /// <inheritdoc/>
    public void Start(TrialRecord trial)
    {
        if (_isWaiting)
        {
            _isWaiting = false;
            _watch.Dispose();
        }

        Record(new PendingRecord(PendingRecord.Start, Line(JournalWriter.Start(trial, _worker.Name))) { Trial = trial });
        _mirror.Tables.Start(trial);
        _mirror.Reader.Forget(trial.Number);
        Own(trial.Number);
        if (_orphans.Contains(trial.Number))
        {
            // Where there was one, there may be another.
            _looked = null;
        }
    }

    /// <inheritdoc/>
    /// <remarks>It is anybody's when the turn has ended.</remarks>
    public void HandBack(int number)
    {
        Record(new PendingRecord(PendingRecord.Back, Line(JournalWriter.Back(number))) { Number = number });
        _mine.Remove(number);
        _mirror.Owners.GaveBack(number);
    }

    /// <inheritdoc/>
    public bool IsHeld(int number) => Runs(number) && !Trials[number].IsFinished;

    /// <inheritdoc/>
    public void Report(int number, TrialReport report)
    {
        Record(new PendingRecord("report", Line(JournalWriter.Report(number, report))) { Number = number });
        _mirror.Reader.Add(number, report);
    }

    /// <inheritdoc/>
    /// <remarks>A trial that has ended already, here or elsewhere, stays as it is.</remarks>
    public void Finish(TrialRecord trial)
    {
        _mine.Remove(trial.Number);
        if (trial.Number < Trials.Count && Trials[trial.Number].IsFinished)
        {
            return;
        }

        bool withReports = !_mirror.Reader.HasReports(trial.Number, trial.Outcome!.Reports.Count);
        Record(new PendingRecord(PendingRecord.Finish, Line(JournalWriter.Finish(trial, withReports))) { Trial = trial });
        _mirror.Tables.Finish(trial);
        _mirror.Reader.Forget(trial.Number);
    }

    /// <inheritdoc/>
    public void Steer(Steering steering)
    {
        Record(new PendingRecord("steer", Line(JournalWriter.Steer(steering))));
        _mirror.Tables.Steer(steering);
    }

    /// <inheritdoc/>
    public void Change(StudyChange change)
    {
        Record(new PendingRecord("change", Line(JournalWriter.Change(change))));
        _mirror.Tables.Change(change);
    }

    /// <inheritdoc/>
    /// <remarks>What this process still runs is anybody's at once.</remarks>
    public void Dispose() => Close(leaves: true);

    /// <summary>Opens a study for somebody who runs no trials of it: he is no worker, and takes up nothing that others left.</summary>
    /// <param name="address">Where the database is.</param>
    /// <param name="study">The name of the study.</param>
    /// <param name="patience">How long a server is waited for that cannot be reached.</param>
    internal static PostgresStore OpenAside(PostgresAddress address, string study, TimeSpan patience) =>
        new(address, study, new PostgresOptions { Patience = patience }, takesPart: false);

    /// <summary>Asks the database something about the study that is complete in itself, between two turns.</summary>
    /// <param name="ask">Asks, given the number of the study.</param>
    /// <param name="unknown">What is known while the study has not begun, and after the store was closed.</param>
    /// <exception cref="PostgresStoreException">The server cannot be asked.</exception>
    internal T Ask<T>(Func<NpgsqlConnection, long, T> ask, T unknown)
    {
        using (_turn.Take())
        {
            if (_isClosed || _turns.Study is not long study)
            {
                return unknown;
            }

            try
            {
                return ask(_session.Connected(), study);
            }
            catch (Exception error) when (ServerTrouble.IsOfServer(error))
            {
                _session.Drop();
                throw ServerTrouble.Explain(error, _session.Address);
            }
        }
    }

    /// <summary>Does something for this worker that may as well be left out, if there is a connection that nobody needs at this moment.</summary>
    /// <param name="act">What to do, given the numbers of the study and of the worker; what it throws stays within it.</param>
    internal void TryAside(Action<NpgsqlConnection, long, long> act)
    {
        if (!_turn.TryTake())
        {
            return;
        }

        using (_turn)
        {
            if (!_isClosed && _turns.Study is long study && _worker.Id is long worker && _session.Current is { } connection)
            {
                act(connection, study, worker);
            }
        }
    }

    /// <summary>Closes the store as the sudden end of its process would: nothing is said to the database.</summary>
    internal void Abandon() => Close(leaves: false);

    private static string Named(string study)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(study);
        return study;
    }

    private static byte[] Line(byte[] sealedRecord) => sealedRecord[..^1];

    private void Record(PendingRecord record) => _turns.Pending.Add(record);

    private void Own(int number)
    {
        _mine.Add(number);
        _mirror.Owners.Runs(_worker.Name, number);
    }

    // Another worker may have taken it over, as this one seemed to be gone.
    private bool Runs(int number) => _mine.Contains(number) && _mirror.Owners.OwnerOf(number) == _worker.Name;

    private void EnterDatabase()
    {
        int? orphan = _takesPart && _turns.Study is long study ? LookForOrphan(study) : null;
        _turns.Enter();
        _read = Stopwatch.GetTimestamp();
        if (orphan is int number && number < Trials.Count && !Trials[number].IsFinished)
        {
            Own(number);
            _orphans.Add(number);
        }
    }

    // Apart from the turn and complete in itself: who finds it has it, whatever becomes of the turn.
    private int? LookForOrphan(long study)
    {
        bool isDue = _looked is not long last || Stopwatch.GetElapsedTime(last) > (_isWaiting ? LookWhileWaiting : _worker.Every);
        bool runsElsewhere = Running.Any(number => !Runs(number));
        if (_worker.Id is not null && !(isDue && runsElsewhere))
        {
            return null;
        }

        int? found = _session.Try<int?>(
            connection =>
            {
                _worker.Register(connection, study);
                return isDue && runsElsewhere ? OrphanSearch.Take(connection, study, _worker.Id!.Value, _mine.Where(Runs), _options.Deadline) : null;
            },
            _options.Patience);
        _looked = isDue && runsElsewhere ? Stopwatch.GetTimestamp() : _looked;
        return found;
    }

    private void Refresh()
    {
        try
        {
            _turns.Read(_session.Connected());
            _read = Stopwatch.GetTimestamp();
        }
        catch (Exception error) when (ServerTrouble.IsOfServer(error))
        {
            // Who only looks is shown what is known; who records something waits for the server.
            _session.Drop();
        }
    }

    private void LeaveDatabase()
    {
        try
        {
            if (--_depth == 0)
            {
                _turns.Leave();
                _read = Stopwatch.GetTimestamp();
            }
        }
        finally
        {
            _turn.Dispose();
        }
    }

    // On a thread of the timer, where anything thrown would end the process. Somebody may wait for a turn on the connection, or think within one.
    private void Beat()
    {
        // A timer does not wait for the last call to end.
        if (!_worker.IsDue || Interlocked.Exchange(ref _isBeating, 1) == 1)
        {
            return;
        }

        try
        {
            if (!_turn.TryTake())
            {
                using NpgsqlConnection aside = _session.Address.Connect();
                _worker.GiveSign(aside);
                return;
            }

            using (_turn)
            {
                if (!_isClosed)
                {
                    _worker.GiveSign(_session.Connected());
                }
            }
        }
        catch (Exception error) when (ServerTrouble.IsOfServer(error) || error is ObjectDisposedException or InvalidOperationException)
        {
            // Others wait for the lease, which is as long as four signs.
        }
        finally
        {
            Interlocked.Exchange(ref _isBeating, 0);
        }
    }

    private void Close(bool leaves)
    {
        _beat.Dispose();
        using (_turn.Take())
        {
            if (_isClosed)
            {
                return;
            }

            _isClosed = true;
            try
            {
                if (leaves && _worker.Id is not null)
                {
                    _worker.Leave(_session.Connected());
                }
            }
            catch (Exception error) when (ServerTrouble.IsOfServer(error))
            {
                // Then others wait for the lease.
            }

            _watch.Dispose();
            _session.Dispose();
        }
    }

    private sealed class Held(PostgresStore store) : IDisposable
    {
        public void Dispose() => store.LeaveDatabase();
    }
}
