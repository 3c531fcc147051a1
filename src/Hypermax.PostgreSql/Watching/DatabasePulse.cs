using System.Diagnostics;
using Hypermax.PostgreSql.Connecting;
using Hypermax.PostgreSql.Schema;
using Hypermax.PostgreSql.Workers;
using Hypermax.Studies.Watching;
using Npgsql;

namespace Hypermax.PostgreSql.Watching;

/// <summary>Asks a database how all of its studies stand: one question for everybody who watches, some times a second.</summary>
/// <remarks>Safe to use from several threads at once. What failed is not tried again for a second, so a server that is away is not pestered.</remarks>
/// <param name="address">Where the database is.</param>
internal sealed class DatabasePulse(PostgresAddress address) : IDisposable
{
    /// <summary>The name of the paper that lists show.</summary>
    public const string LabelName = "dashboard.json";

    private const string Question = """
        select s.id, s.name,
            coalesce((select r.seq from hypermax.record r where r.study = s.id order by r.seq desc limit 1), 0),
            w.count, w.machines,
            coalesce((select p.text from hypermax.paper p where p.study = s.id and p.name = $1 and p.part = 0), '')
        from hypermax.study s
        cross join lateral (
            select count(*) as count, string_agg(distinct split_part(k.name, '/', 1), ', ') as machines from hypermax.worker k
            where k.study = s.id and k.ended is null and k.id <> all ($2) and greatest(k.seen, pg_postmaster_start_time()) + k.lease > clock_timestamp()) w
        """;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan BetweenFailures = TimeSpan.FromSeconds(1);

    // Asking may take up to this part of the time, by the faster of the last two times: the first one connects, and one may come at a bad moment.
    private const int MostShare = 4;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private readonly Session _session = new(address.ForWatching());
    private readonly Lock _lock = new();
    private volatile IReadOnlyDictionary<string, StudyHead> _heads = new Dictionary<string, StudyHead>(StringComparer.Ordinal);
    private volatile string? _refusal;
    private volatile PostgresStoreException? _trouble;
    private long _askedAt;
    private TimeSpan _pause;
    private TimeSpan _took;
    private bool _isFit;

    /// <summary>Gets where the database is.</summary>
    public PostgresAddress Address => address;

    /// <summary>Gets the studies by their names, as they stood when they were asked for last.</summary>
    public IReadOnlyDictionary<string, StudyHead> Heads => _heads;

    /// <summary>Gets why this user can write nothing, or null when he can.</summary>
    public string? Refusal => _refusal;

    /// <summary>Gets why the database cannot be asked, in words, or null when it can.</summary>
    public string? Trouble => _trouble?.Message;

    /// <summary>Asks how the studies stand, if it is time.</summary>
    /// <exception cref="StudyAwayException">The database cannot be asked, now or a moment ago.</exception>
    public void Take()
    {
        lock (_lock)
        {
            if (_askedAt == 0 || Stopwatch.GetElapsedTime(_askedAt) >= _pause)
            {
                long started = Stopwatch.GetTimestamp();
                Ask();
                TimeSpan took = Stopwatch.GetElapsedTime(started);
                _pause = _trouble is null ? PauseAfter(took, _took) : BetweenFailures;
                (_askedAt, _took) = (Stopwatch.GetTimestamp(), took);
            }

            if (_trouble is { } trouble)
            {
                throw new StudyAwayException(trouble.Message, trouble);
            }
        }
    }

    /// <summary>Gets how long nobody asks after an answer.</summary>
    /// <param name="took">How long it took.</param>
    /// <param name="before">How long the one before it took.</param>
    public static TimeSpan PauseAfter(TimeSpan took, TimeSpan before)
    {
        TimeSpan share = (took < before ? took : before) * MostShare;
        return share < Between ? Between : share > Longest ? Longest : share;
    }

    /// <summary>Asks again at the next look, because something was written.</summary>
    public void Expire()
    {
        lock (_lock)
        {
            _pause = TimeSpan.Zero;
        }
    }

    /// <summary>Reads something.</summary>
    /// <exception cref="StudyAwayException">The database cannot be asked.</exception>
    public T Read<T>(Func<NpgsqlConnection, T> read)
    {
        lock (_lock)
        {
            try
            {
                return read(_session.Connected());
            }
            catch (Exception error) when (ServerTrouble.IsOfServer(error))
            {
                _session.Drop();
                PostgresStoreException trouble = ServerTrouble.Explain(error, address);
                throw new StudyAwayException(trouble.Message, trouble);
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _session.Dispose();
        }
    }

    private void Ask()
    {
        try
        {
            NpgsqlConnection connection = _session.Connected();
            _isFit = _isFit || HasSchema(connection);
            if (_isFit)
            {
                _refusal = WriteAccess.Refusal(connection, address);
                _heads = ReadHeads(connection);
            }

            _trouble = null;
        }
        catch (PostgresStoreException error)
        {
            _trouble = error;
        }
        catch (Exception error) when (ServerTrouble.IsOfServer(error))
        {
            // After a restart, or where a table is missing, the schema may be another one.
            _isFit = false;
            _session.Drop();
            _trouble = ServerTrouble.Explain(error, address);
        }
    }

    // A database in which nobody has begun anything has no studies, and that is no fault.
    private bool HasSchema(NpgsqlConnection connection)
    {
        if (Migrations.VersionOf(connection) == 0)
        {
            return false;
        }

        Migrations.RequireNewest(connection, address);
        return true;
    }

    private static Dictionary<string, StudyHead> ReadHeads(NpgsqlConnection connection)
    {
        using NpgsqlCommand command = new(Question, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = LabelName },
                new NpgsqlParameter<long[]> { TypedValue = GoneWorkers.OfAll(connection) },
            },
        };
        using NpgsqlDataReader reader = command.ExecuteReader();
        Dictionary<string, StudyHead> heads = new(StringComparer.Ordinal);
        while (reader.Read())
        {
            long workers = reader.GetInt64(3);
            heads[reader.GetString(1)] = new StudyHead(
                reader.GetInt64(0),
                reader.GetInt32(2),
                workers == 0 ? null : FormattableString.Invariant($"{workers} {(workers == 1 ? "worker" : "workers")} on {reader.GetString(4)}"),
                reader.GetString(5));
        }

        return heads;
    }
}
