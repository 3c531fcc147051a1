using System.Globalization;
using Hypermax.Studies.Guiding;
using Npgsql;
using NpgsqlTypes;

namespace Hypermax.PostgreSql.Records;

/// <summary>Word for all who search a study, and what they say of themselves, as papers of the study.</summary>
/// <remarks>Word is added within a turn on the study, so that its numbers grow in the order in which it can be read.</remarks>
internal static class NoticePapers
{
    /// <summary>The name of the paper whose lines are the words.</summary>
    public const string Words = "guide/notices.jsonl";

    /// <summary>The name of the paper that says how many trials the study is to have.</summary>
    public const string Planned = "guide/planned";

    private const string LastOne = "select coalesce(max(part), 0) from hypermax.paper where study = $1 and name = $2 and part > 0";
    private const string Later = "select part, text from hypermax.paper where study = $1 and name = $2 and part > $3 order by part";
    private const string Add = "insert into hypermax.paper (study, name, text) values ($1, $2, $3)";

    private const string Save = """
        insert into hypermax.paper as p (study, name, part, text) values ($1, $2, 0, $3)
        on conflict (study, name, part) do update set text = excluded.text, changed = clock_timestamp() where p.text <> excluded.text
        """;

    // What was said since the youngest of those at work began, all of them have heard.
    private const string Heard = """
        select p.text from hypermax.paper p where p.study = $1 and p.name = $2 and p.part > 0 and p.changed > (
            select max(w.began) from hypermax.worker w
            where w.study = $1 and w.ended is null and greatest(w.seen, pg_postmaster_start_time()) + w.lease > clock_timestamp())
        order by p.part
        """;

    private const string Plans = "select text from hypermax.paper where study = $1 and name = $2 and part = 0";

    /// <summary>Gets the number of the last word; 0 where there is none.</summary>
    public static long Last(NpgsqlConnection connection, long study)
    {
        using NpgsqlCommand command = Make(connection, LastOne, study, Words);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Gets the words after a number.</summary>
    public static IReadOnlyList<(long Number, string Text)> After(NpgsqlConnection connection, long study, long heard)
    {
        using NpgsqlCommand command = Make(connection, Later, study, Words, heard);
        using NpgsqlDataReader reader = command.ExecuteReader();
        List<(long Number, string Text)> words = [];
        while (reader.Read())
        {
            words.Add((reader.GetInt64(0), reader.GetString(1)));
        }

        return words;
    }

    /// <summary>Leaves word.</summary>
    /// <param name="connection">A connection without a turn.</param>
    /// <param name="study">The number of the study.</param>
    /// <param name="name">The name of the study.</param>
    /// <param name="text">The request.</param>
    public static void Announce(NpgsqlConnection connection, long study, string name, string text)
    {
        using NpgsqlTransaction turn = StudyLog.Enter(connection, name, study: null, 0, out _);
        using NpgsqlCommand command = Make(connection, Add, study, Words, text);
        command.ExecuteNonQuery();
        turn.Commit();
    }

    /// <summary>Says how many trials the study is to have.</summary>
    public static void Plan(NpgsqlConnection connection, long study, int trials)
    {
        using NpgsqlCommand command = Make(connection, Save, study, Planned, FormattableString.Invariant($"{trials}"));
        command.ExecuteNonQuery();
    }

    /// <summary>Tells how the search stands, as far as all who are at work have been told.</summary>
    public static GuideStatus Status(NpgsqlConnection connection, long study)
    {
        (bool isPaused, bool isStopping) = (false, false);
        foreach (string text in Texts(connection, Heard, study, Words))
        {
            string action = GuideRequest.Read(text).Action;
            isPaused = action == GuideAction.Pause || (isPaused && action != GuideAction.Resume);
            isStopping |= action == GuideAction.Stop;
        }

        int planned = Texts(connection, Plans, study, Planned) is [var plan] && int.TryParse(plan, CultureInfo.InvariantCulture, out int trials) ? trials : 0;
        return new GuideStatus(planned, isPaused, isStopping, Process: 0);
    }

    private static List<string> Texts(NpgsqlConnection connection, string sql, long study, string name)
    {
        using NpgsqlCommand command = Make(connection, sql, study, name);
        using NpgsqlDataReader reader = command.ExecuteReader();
        List<string> texts = [];
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    private static NpgsqlCommand Make(NpgsqlConnection connection, string sql, params object[] values)
    {
        NpgsqlCommand command = new(sql, connection);
        foreach (object value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value, NpgsqlDbType = value is long ? NpgsqlDbType.Bigint : NpgsqlDbType.Text });
        }

        return command;
    }
}
