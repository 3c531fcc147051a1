using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Hypermax.Import.Optuna;

/// <summary>Reads the SQLite files of Optuna's relational storage, of its versions 2 to 4.</summary>
internal static class OptunaSqlite
{
    private const string Signature = "SQLite format 3\0";

    public static bool IsDatabase(string path)
    {
        byte[] head = new byte[Signature.Length];
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && Encoding.ASCII.GetString(head) == Signature;
    }

    /// <summary>Reads all studies.</summary>
    /// <exception cref="ImportException">The file is a database of something else, or damaged.</exception>
    public static IReadOnlyList<OptunaStudy> Read(string path)
    {
        try
        {
            using SqliteConnection connection = new(
                new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            Tables tables = new(connection);
            if (!tables.Has("studies", "study_name") || !tables.Has("trials", "state"))
            {
                throw new ImportException(
                    $"'{path}' is a database without the tables 'studies' and 'trials'; Optuna's have both. Name a file of Optuna's storage.");
            }

            return [
                .. tables.Rows("SELECT study_id, study_name FROM studies ORDER BY study_id").Select(
                    row => Study(tables, Convert.ToInt64(row[0], CultureInfo.InvariantCulture), (string)row[1])),
            ];
        }
        catch (SqliteException error)
        {
            throw new ImportException($"'{path}' cannot be read as a database ({error.Message}). Copy it while nothing writes to it.");
        }
    }

    private static OptunaStudy Study(Tables tables, long id, string name)
    {
        string directions = tables.Has("study_directions", "direction")
            ? "SELECT direction FROM study_directions WHERE study_id = $id ORDER BY objective"
            : "SELECT direction FROM studies WHERE study_id = $id";
        Dictionary<long, OptunaTrial> trials = [];
        foreach (object[] row in tables.Rows(
            "SELECT trial_id, number, state, datetime_start, datetime_complete FROM trials WHERE study_id = $id ORDER BY number, trial_id", id))
        {
            trials.Add(
                Whole(row[0]),
                new OptunaTrial
                {
                    Number = row[1] is DBNull ? trials.Count : (int)Whole(row[1]),
                    State = (string)row[2],
                    Started = Moment(row[3]),
                    Ended = Moment(row[4]),
                });
        }

        foreach (object[] row in OfTrials(tables, "trial_params", "param_name, param_value, distribution_json", "param_id", id))
        {
            trials[Whole(row[0])].Parameters.Add(
                ((string)row[1], Convert.ToDouble(row[2], CultureInfo.InvariantCulture), OptunaDistribution.Read((string)row[3])));
        }

        ReadValues(tables, id, trials);
        foreach (object[] row in OfTrials(tables, "trial_user_attributes", "key, value_json", "trial_user_attribute_id", id))
        {
            trials[Whole(row[0])].Attributes[(string)row[1]] = Text((string)row[2]);
        }

        return new OptunaStudy(
            name, [.. tables.Rows(directions, id).Select(row => (string)row[0] == "MAXIMIZE" ? Direction.Maximize : Direction.Minimize)], [.. trials.Values]);
    }

    // Version 2 has the value with the trial, and calls intermediate values what version 3 calls values.
    private static void ReadValues(Tables tables, long id, Dictionary<long, OptunaTrial> trials)
    {
        bool isOld = tables.Has("trials", "value");
        string type = tables.Has("trial_values", "value_type") ? ", value_type" : ", NULL";
        foreach (object[] row in isOld
            ? tables.Rows("SELECT trial_id, value, NULL FROM trials WHERE study_id = $id AND value IS NOT NULL", id)
            : OfTrials(tables, "trial_values", "value" + type, "objective", id))
        {
            trials[Whole(row[0])].Values.Add(Number(row[1], row[2]));
        }

        bool isSeparate = tables.Has("trial_intermediate_values", "step");
        if (!isSeparate && !tables.Has("trial_values", "step"))
        {
            return;
        }

        string kind = tables.Has("trial_intermediate_values", "intermediate_value_type") ? ", intermediate_value_type" : ", NULL";
        foreach (object[] row in isSeparate
            ? OfTrials(tables, "trial_intermediate_values", "step, intermediate_value" + kind, "step", id)
            : OfTrials(tables, "trial_values", "step, value, NULL", "step", id))
        {
            trials[Whole(row[0])].Reports[Whole(row[1])] = Number(row[2], row[3]);
        }
    }

    private static IEnumerable<object[]> OfTrials(Tables tables, string table, string columns, string order, long study) => tables.Has(table, "trial_id")
        ? tables.Rows(
            $"SELECT trial_id, {columns} FROM {table} WHERE trial_id IN (SELECT trial_id FROM trials WHERE study_id = $id) ORDER BY trial_id, {order}", study)
        : [];

    private static double Number(object value, object type) => (type as string) switch
    {
        "INF_POS" => double.PositiveInfinity,
        "INF_NEG" => double.NegativeInfinity,
        "NAN" => double.NaN,
        _ => value is DBNull ? double.NaN : Convert.ToDouble(value, CultureInfo.InvariantCulture),
    };

    private static long Whole(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    // Optuna writes the time of the machine without a zone.
    private static DateTimeOffset? Moment(object value) =>
        value is string text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? moment
            : null;

    private static string Text(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.String ? document.RootElement.GetString()! : json;
        }
        catch (JsonException)
        {
            return json;
        }
    }

    /// <summary>The tables of a database; names of tables and columns come from this file only.</summary>
    private sealed class Tables(SqliteConnection connection)
    {
        private readonly Dictionary<string, HashSet<string>> _columns = new(StringComparer.Ordinal);

        public bool Has(string table, string column)
        {
            if (!_columns.TryGetValue(table, out HashSet<string>? columns))
            {
                _columns[table] = columns = [.. Rows($"SELECT name FROM pragma_table_info('{table}')").Select(row => (string)row[0])];
            }

            return columns.Contains(column);
        }

        public IEnumerable<object[]> Rows(string query, long? id = null)
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = query;
            if (id is not null)
            {
                command.Parameters.AddWithValue("$id", id);
            }

            using SqliteDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                object[] row = new object[reader.FieldCount];
                reader.GetValues(row);
                yield return row;
            }
        }
    }
}
