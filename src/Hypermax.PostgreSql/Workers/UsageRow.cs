using System.Text;
using Hypermax.Execution.Usages;
using Hypermax.ProcessTable;
using Npgsql;
using NpgsqlTypes;

namespace Hypermax.PostgreSql.Workers;

/// <summary>The row in which a worker says what its running trials use.</summary>
internal static class UsageRow
{
    // More than the longest pause of a worker whose server is slow.
    private const string Patience = "30 seconds";

    private const int MostWorkers = 4096;

    // Somebody may remove the study meanwhile: nobody waits for that, nor for anybody else, and nothing of it comes back.
    private const string Upsert = """
        with mine as (select worker from hypermax.usage where worker = $1 for update skip locked),
        told as (
            update hypermax.usage u set sheet = $3, told = clock_timestamp() from mine where u.worker = mine.worker returning u.worker)
        insert into hypermax.usage (worker, study, sheet)
        select id, study, $3 from hypermax.worker where id = $1 and study = $2 and not exists (select from told) on conflict do nothing
        """;

    private const string Question = $"""
        select u.sheet, k.name, coalesce(k.place, '') from hypermax.study s
        join hypermax.worker k on k.study = s.id and k.ended is null
        join hypermax.usage u on u.worker = k.id
        where s.name = $1 and u.told > clock_timestamp() - interval '{Patience}' and octet_length(u.sheet) <= $2 limit $3
        """;

    // A server that does not answer is waited for by those who have something to record, not for this.
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    /// <summary>Writes the row of a worker, which need not be there.</summary>
    public static void Tell(NpgsqlConnection connection, long study, long worker, UsageSheet sheet)
    {
        using NpgsqlCommand command = new(Upsert, connection)
        {
            CommandTimeout = (int)Wait.TotalSeconds,
            Parameters =
            {
                new NpgsqlParameter<long> { TypedValue = worker },
                new NpgsqlParameter<long> { TypedValue = study },
                new NpgsqlParameter<string> { TypedValue = Encoding.UTF8.GetString(sheet.ToJson()) },
            },
        };
        command.ExecuteNonQuery();
    }

    /// <summary>Reads what the running trials of a study use; null where this server or this user may not.</summary>
    public static IReadOnlyDictionary<int, RunningUsage>? Read(NpgsqlConnection connection, string name)
    {
        using NpgsqlCommand command = new(Question, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = name },
                new NpgsqlParameter<int> { TypedValue = UsageSheet.MostBytes },
                new NpgsqlParameter<int> { TypedValue = MostWorkers },
            },
        };
        try
        {
            using NpgsqlDataReader reader = command.ExecuteReader();
            return UsageSheet.Join(Read(reader));
        }
        catch (PostgresException error) when (
            error.SqlState is PostgresErrorCodes.FeatureNotSupported or PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.UndefinedTable)
        {
            // A copy of another server has no table that is not logged.
            return null;
        }
    }

    private static IEnumerable<UsageSheet> Read(NpgsqlDataReader reader)
    {
        while (reader.Read())
        {
            // Of processes on this machine one sees that they have ended.
            bool isGone = reader.GetString(2) == Place.Here && ProcessName.HasEnded(reader.GetString(1)) == true;
            if (!isGone && UsageSheet.TryRead(Encoding.UTF8.GetBytes(reader.GetString(0))) is { } sheet)
            {
                yield return sheet;
            }
        }
    }
}
