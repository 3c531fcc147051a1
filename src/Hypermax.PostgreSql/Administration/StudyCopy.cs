using Hypermax.PostgreSql.Records;
using Hypermax.Storage.Journal;
using Npgsql;
using NpgsqlTypes;

namespace Hypermax.PostgreSql.Administration;

/// <summary>Writes a whole study into a database, within a transaction.</summary>
internal static class StudyCopy
{
    /// <summary>Writes the study, its records, what people wrote about it, and the rows of its trials.</summary>
    /// <remarks>Those that run are nobody's, and the first worker takes them up.</remarks>
    public static void Write(NpgsqlConnection connection, string name, CopiedStudy study)
    {
        long id = StudyRow.NextId(connection);
        StudyRow.Insert(connection, id, name);
        JournalRecord kind = new();
        using (NpgsqlBinaryImporter rows = connection.BeginBinaryImport("copy hypermax.record (study, seq, kind, trial, line) from stdin (format binary)"))
        {
            for (int i = 0; i < study.Lines.Count; i++)
            {
                kind.Read(study.Lines[i]);
                rows.StartRow();
                rows.Write(id, NpgsqlDbType.Bigint);
                rows.Write(i + 1, NpgsqlDbType.Integer);
                rows.Write(kind.Type, NpgsqlDbType.Text);
                WriteOrNull(rows, kind.Type is "start" or "finish" or "report" ? kind.Trial : (int?)null, NpgsqlDbType.Integer);
                rows.Write(study.Lines[i], NpgsqlDbType.Text);
            }

            rows.Complete();
        }

        study.Papers.Write(connection, id);
        using NpgsqlBinaryImporter trials = connection.BeginBinaryImport(
            "copy hypermax.trial (study, number, attempt, state, value, started, ended) from stdin (format binary)");
        foreach (TrialRecord trial in study.Trials)
        {
            trials.StartRow();
            trials.Write(id, NpgsqlDbType.Bigint);
            trials.Write(trial.Number, NpgsqlDbType.Integer);
            trials.Write(trial.Retries, NpgsqlDbType.Integer);
            trials.Write(trial.State.ToString().ToLowerInvariant(), NpgsqlDbType.Text);
            WriteOrNull(trials, trial.IsFinished && !double.IsNaN(trial.Value) ? trial.Value : (double?)null, NpgsqlDbType.Double);
            WriteOrNull<DateTime>(trials, trial.IsLost ? null : trial.Started.UtcDateTime, NpgsqlDbType.TimestampTz);
            WriteOrNull<DateTime>(trials, trial.IsFinished ? (trial.Started + trial.Duration).UtcDateTime : null, NpgsqlDbType.TimestampTz);
        }

        trials.Complete();
    }

    private static void WriteOrNull<T>(NpgsqlBinaryImporter rows, T? value, NpgsqlDbType type)
        where T : struct
    {
        if (value is { } given)
        {
            rows.Write(given, type);
        }
        else
        {
            rows.WriteNull();
        }
    }
}
