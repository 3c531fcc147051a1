using Npgsql;
using NpgsqlTypes;

namespace Hypermax.PostgreSql.Workers;

/// <summary>Finds a trial that nobody runs any more and makes it this worker's; of several who look at once, one gets it.</summary>
internal static class OrphanSearch
{
    // A worker that could not give signs because the server was down is given a whole lease from the start of the server.
    // Of those that are known to be gone this is noted, so that nobody has to look for their processes again.
    private const string Claim = """
        with ended as (
            update hypermax.worker set ended = clock_timestamp(), is_waiting = false
            where id in (select id from hypermax.worker where id = any ($4) and ended is null for update skip locked)
        ),
        lost as (
            select t.study, t.number from hypermax.trial t
            where t.study = $1 and t.state = 'running' and t.number <> all ($3)
                and (t.worker is null or t.worker = $2 or t.started + $5 < clock_timestamp() or not exists (
                    select from hypermax.worker w
                    where w.id = t.worker and w.ended is null and w.id <> all ($4)
                        and greatest(w.seen, pg_postmaster_start_time()) + w.lease > clock_timestamp()))
            order by t.number
            limit 1
            for update of t skip locked
        )
        update hypermax.trial t set worker = $2, started = clock_timestamp()
        from lost where t.study = lost.study and t.number = lost.number
        returning t.number
        """;

    /// <summary>Takes the first orphan of a study.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="study">The number of the study.</param>
    /// <param name="worker">The number of this worker.</param>
    /// <param name="known">The trials that this worker runs or has taken already.</param>
    /// <param name="deadline">How long a trial may run elsewhere, or null.</param>
    /// <returns>The number of the trial, or null when there is none.</returns>
    public static int? Take(NpgsqlConnection connection, long study, long worker, IEnumerable<int> known, TimeSpan? deadline)
    {
        using NpgsqlCommand command = new(Claim, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<long> { TypedValue = study },
                new NpgsqlParameter<long> { TypedValue = worker },
                new NpgsqlParameter { Value = known.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer },
                new NpgsqlParameter { Value = GoneWorkers.OfStudy(connection, study), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint },
                new NpgsqlParameter { Value = deadline is { } longest ? longest : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Interval },
            },
        };
        return command.ExecuteScalar() as int?;
    }
}
