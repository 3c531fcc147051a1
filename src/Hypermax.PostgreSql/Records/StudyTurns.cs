using Hypermax.PostgreSql.Connecting;
using Hypermax.PostgreSql.Workers;
using Hypermax.Storage;
using Npgsql;

namespace Hypermax.PostgreSql.Records;

/// <summary>Takes turns on a study in the database: between entering and leaving nobody else adds to it, whichever machine they are on.</summary>
/// <remarks>A round trip to enter, one to leave and, where something is recorded, one more; used by one thread at a time.</remarks>
/// <param name="session">The connection.</param>
/// <param name="name">The name of the study.</param>
/// <param name="mirror">What is known of it.</param>
/// <param name="worker">This process.</param>
/// <param name="patience">How long a server is waited for that cannot be reached.</param>
internal sealed class StudyTurns(Session session, string name, StudyMirror mirror, WorkerRow worker, TimeSpan patience)
{
    private NpgsqlTransaction? _held;
    private bool _isNew;

    /// <summary>Gets what is not confirmed yet.</summary>
    public PendingRecords Pending { get; } = new(mirror);

    /// <summary>Gets the number of the study, or null while none has begun.</summary>
    public long? Study { get; private set; }

    /// <summary>Called with a trial that this process was about to start and that is another's now.</summary>
    public Action<int> Lost { get; init; } = _ => { };

    /// <summary>Notes that the study begins with the next record.</summary>
    public void Begin() => _isNew = true;

    /// <summary>Waits for the turn and takes over what others have recorded.</summary>
    /// <exception cref="PostgresStoreException">The server cannot be reached, or the study is not what it was.</exception>
    public void Enter()
    {
        List<StoredRecord> read = session.Try(Take, patience);
        try
        {
            Settle(read);
        }
        catch
        {
            // Or nobody could enter until this process ends.
            _held = null;
            session.Drop();
            throw;
        }
    }

    /// <summary>Reads what others have recorded, without a turn.</summary>
    /// <param name="connection">The connection.</param>
    public void Read(NpgsqlConnection connection)
    {
        Study ??= StudyRow.Find(connection, name);
        if (Study is long study)
        {
            Settle(StudyLog.Read(connection, study, mirror.From));
        }
    }

    /// <summary>Stores what was recorded and lets others in; returns when the disk of the server has it.</summary>
    /// <exception cref="PostgresStoreException">It cannot be stored; it is kept and stored with the next turn that can be had.</exception>
    public void Leave()
    {
        Backoff backoff = new();
        while (true)
        {
            try
            {
                if (_held is not { } turn)
                {
                    Enter();
                    continue;
                }

                Send(turn);
                _held = null;
                session.HasAnswered();
                return;
            }
            catch (Exception error) when (ServerTrouble.IsOfServer(error))
            {
                _held = null;
                session.Drop();
                if (!Pending.IsAny)
                {
                    return;
                }

                if (!ServerTrouble.IsPassing(error) || !session.Wait(backoff, patience, error))
                {
                    throw ServerTrouble.Explain(error, session.Address);
                }
            }
        }
    }

    private List<StoredRecord> Take(NpgsqlConnection connection)
    {
        NpgsqlTransaction turn = StudyLog.Enter(connection, name, Study, mirror.From, out List<StoredRecord> read);
        if (Study is null || _isNew)
        {
            Study = StudyRow.Find(connection, name) ?? Study;
            read = Study is long begun ? StudyLog.Read(connection, begun, mirror.From) : read;
        }

        _held = turn;
        return read;
    }

    private void Settle(List<StoredRecord> read)
    {
        foreach (int number in Pending.Settle(mirror.NewOf(read)))
        {
            Lost(number);
        }

        _isNew &= Pending.IsAny;
    }

    private void Send(NpgsqlTransaction turn)
    {
        if (!Pending.IsAny)
        {
            turn.Commit();
            return;
        }

        Study ??= StudyRow.NextId(turn.Connection!);
        long study = Study.Value;
        RequireWorker(study);
        if (_isNew)
        {
            StudyRow.Insert(turn.Connection!, study, name);
        }

        bool signs = worker.IsDue;
        if (signs)
        {
            worker.GiveSignIn(turn);
        }

        StudyLog.Add(turn, study, mirror.Seq + 1, Pending.Records, worker.Id, Pending.IsNews ? ChangeWatch.ChannelOf(study) : null);
        turn.Commit();
        Pending.AreStored(mirror.Seq + 1);
        _isNew = false;
        if (signs)
        {
            worker.HasSigned();
        }
    }

    // A trial without a worker would be anybody's. Within the turn, the row would be gone with it should it fail.
    private void RequireWorker(long study)
    {
        if (worker.Id is null && Pending.Records.Any(record => record.Kind == PendingRecord.Start))
        {
            using NpgsqlConnection aside = session.Address.Connect();
            worker.Register(aside, study);
        }
    }
}
