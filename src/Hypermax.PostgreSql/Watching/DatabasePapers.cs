using Hypermax.PostgreSql.Connecting;
using Hypermax.Studies.Watching;
using Npgsql;
using NpgsqlTypes;

namespace Hypermax.PostgreSql.Watching;

/// <summary>What people write about a study, as rows of its database.</summary>
/// <param name="pulse">The database.</param>
/// <param name="name">The name of the study.</param>
internal sealed class DatabasePapers(DatabasePulse pulse, string name) : IStudyPapers
{
    private const string Whole = """
        select p.text from hypermax.paper p join hypermax.study s on s.id = p.study where s.name = $1 and p.name = $2 and p.part = 0
        """;

    private const string Lines = """
        select p.text from hypermax.paper p join hypermax.study s on s.id = p.study where s.name = $1 and p.name = $2 and p.part > 0
        order by p.part desc limit $3
        """;

    // A text that was removed stays as an empty one: users who may only add and change need no other right.
    private const string Save = """
        insert into hypermax.paper as p (study, name, part, text)
        select s.id, $2, 0, $3 from hypermax.study s where s.name = $1 and ($4 is null or $4 = '' or exists (
            select from hypermax.paper k where k.study = s.id and k.name = $2 and k.part = 0))
        on conflict (study, name, part) do update set text = excluded.text, changed = clock_timestamp() where $4 is null or p.text = $4
        """;

    private const string Add = "insert into hypermax.paper (study, name, text) select s.id, $2, $3 from hypermax.study s where s.name = $1";

    public string Read(string paper) => pulse.Read(connection => ReadAll(connection, Whole, name, paper)) is [string text] ? text : string.Empty;

    public string Glance(string paper) => paper == DatabasePulse.LabelName && pulse.Heads.TryGetValue(name, out StudyHead? head) ? head.Label : string.Empty;

    public bool Write(string paper, string text, string? before) => Change(Save, name, paper, text, (object?)before ?? DBNull.Value) > 0;

    // Whoever may not write here may not write anything else of the study either.
    public void RequireGrowing(string paper)
    {
    }

    public void Append(string paper, string line) => Change(Add, name, paper, line);

    public IReadOnlyList<string> Last(string paper, int count) => pulse.Read(connection => ReadAll(connection, Lines, name, paper, count));

    private static List<string> ReadAll(NpgsqlConnection connection, string sql, params object[] values)
    {
        using NpgsqlCommand command = Make(connection, sql, values);
        using NpgsqlDataReader reader = command.ExecuteReader();
        List<string> texts = [];
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    // On a connection of its own, so that nobody who only looks waits for the disk of the server.
    private int Change(string sql, params object[] values)
    {
        try
        {
            using NpgsqlConnection connection = pulse.Address.ForWatching().Connect();
            using NpgsqlCommand command = Make(connection, sql, values);
            return command.ExecuteNonQuery();
        }
        catch (Exception error) when (ServerTrouble.IsOfServer(error))
        {
            throw ServerTrouble.Explain(error, pulse.Address);
        }
        finally
        {
            pulse.Expire();
        }
    }

    private static NpgsqlCommand Make(NpgsqlConnection connection, string sql, object[] values)
    {
        NpgsqlCommand command = new(sql, connection);
        foreach (object value in values)
        {
            // PostgreSQL has no letter of the number zero.
            object given = value is string text ? text.Replace("\0", "\uFFFD", StringComparison.Ordinal) : value;
            command.Parameters.Add(new NpgsqlParameter { Value = given, NpgsqlDbType = value is int ? NpgsqlDbType.Integer : NpgsqlDbType.Text });
        }

        return command;
    }
}
