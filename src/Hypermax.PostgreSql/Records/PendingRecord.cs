using Npgsql;
using NpgsqlTypes;

namespace Hypermax.PostgreSql.Records;

/// <summary>A record that is about to be stored.</summary>
/// <param name="Kind">Its kind, as in the journal.</param>
/// <param name="Line">The line of the journal, without its line feed.</param>
internal sealed record PendingRecord(string Kind, byte[] Line)
{
    private const string Plain = "insert into hypermax.record (study, seq, kind, trial, line) values ($1, $2, $3, $4, $5)";

    private const string Started = $"""
        with kept as ({Plain})
        insert into hypermax.trial as t (study, number, attempt, state, worker, started)
        values ($1, $4, $6, 'running', $7, clock_timestamp())
        on conflict (study, number) do update set attempt = excluded.attempt, worker = excluded.worker, started = excluded.started
        where t.state = 'running'
        """;

    private const string Finished = $"""
        with kept as ({Plain})
        insert into hypermax.trial as t (study, number, attempt, state, value, worker, ended)
        values ($1, $4, $6, $8, $9, $7, clock_timestamp())
        on conflict (study, number) do update
        set state = excluded.state, value = excluded.value, attempt = excluded.attempt, worker = excluded.worker, ended = excluded.ended
        where t.state = 'running'
        """;

    private const string Returned = $"""
        with kept as ({Plain})
        update hypermax.trial set worker = null where study = $1 and number = $4 and state = 'running'
        """;

    /// <summary>Gets the kind of the record that begins a study.</summary>
    public const string Study = "study";

    /// <summary>Gets the kind of a record that gives a trial to whoever comes next.</summary>
    public const string Back = "back";

    /// <summary>Gets the kind of a record that begins a trial.</summary>
    public const string Start = "start";

    /// <summary>Gets the kind of a record that ends a trial.</summary>
    public const string Finish = "finish";

    /// <summary>Gets the trial that the record is about, or null for those about the whole study.</summary>
    public TrialRecord? Trial { get; init; }

    /// <summary>Gets the number of the trial, for records that are about a trial and do not have it.</summary>
    public int? Number { get; init; }

    /// <summary>Makes the statement that stores the record.</summary>
    /// <param name="study">The number of the study.</param>
    /// <param name="seq">The record's place in it.</param>
    /// <param name="worker">Who runs the trial.</param>
    public NpgsqlBatchCommand Insert(long study, int seq, long? worker)
    {
        NpgsqlBatchCommand command = new(Kind switch { Start => Started, Finish => Finished, Back => Returned, _ => Plain });
        NpgsqlParameterCollection parameters = command.Parameters;
        parameters.Add(new NpgsqlParameter<long> { TypedValue = study });
        parameters.Add(new NpgsqlParameter<int> { TypedValue = seq });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = Kind });
        parameters.Add(new NpgsqlParameter { Value = (Trial?.Number ?? Number) is int number ? number : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = Line, NpgsqlDbType = NpgsqlDbType.Text });
        if (Kind is Start or Finish)
        {
            parameters.Add(new NpgsqlParameter<int> { TypedValue = Trial!.Retries });
            parameters.Add(new NpgsqlParameter { Value = worker is long id ? id : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        }

        if (Kind is Finish)
        {
            parameters.Add(new NpgsqlParameter<string> { TypedValue = Trial!.State.ToString().ToLowerInvariant() });
            parameters.Add(new NpgsqlParameter
            {
                Value = double.IsNaN(Trial.Value) ? DBNull.Value : Trial.Value, NpgsqlDbType = NpgsqlDbType.Double,
            });
        }

        return command;
    }
}
