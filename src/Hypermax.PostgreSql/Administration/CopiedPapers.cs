using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace Hypermax.PostgreSql.Administration;

/// <summary>What people wrote about a study, on its way between a folder and a database: files in the one, rows in the other.</summary>
/// <param name="Texts">Whole texts by their names, such as <c>notes.md</c>; none is empty.</param>
/// <param name="Lines">The lines of the record of who asked what, oldest first.</param>
internal sealed partial record CopiedPapers(IReadOnlyDictionary<string, string> Texts, IReadOnlyList<string> Lines)
{
    private const string Record = "audit.jsonl";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Gets no papers.</summary>
    public static CopiedPapers None { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal), []);

    /// <summary>Gets how many texts there are, the record of who asked what among them.</summary>
    public int Count => Texts.Count + (Lines.Count > 0 ? 1 : 0);

    /// <summary>Reads those of a study folder.</summary>
    /// <exception cref="IOException">One cannot be read.</exception>
    public static CopiedPapers ReadFolder(string folder)
    {
        string record = Path.Combine(folder, Record);
        string notes = Path.Combine(folder, "notes");
        IEnumerable<string> paths = Directory.EnumerateFiles(folder).Concat(Directory.Exists(notes) ? Directory.EnumerateFiles(notes) : []);
        return new(
            paths.Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
                .Where(file => TextName().IsMatch(file.Name))
                .Select(file => (file.Name, Text: File.ReadAllText(file.Path)))
                .Where(file => file.Text.Length > 0)
                .ToDictionary(file => file.Name, file => file.Text, StringComparer.Ordinal),
            File.Exists(record) ? File.ReadAllLines(record) : []);
    }

    /// <summary>Reads those of a study of a database. Rows of other names are left there: a name becomes a path in a folder.</summary>
    public static CopiedPapers Read(NpgsqlConnection connection, long study)
    {
        using NpgsqlCommand command = new("select name, part, text from hypermax.paper where study = $1 and text <> '' order by part", connection)
        {
            Parameters = { new() { Value = study } },
        };
        using NpgsqlDataReader reader = command.ExecuteReader();
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        List<string> lines = [];
        while (reader.Read())
        {
            (string name, bool isWhole, string text) = (reader.GetString(0), reader.GetInt64(1) == 0, reader.GetString(2));
            if (isWhole && TextName().IsMatch(name))
            {
                texts[name] = text;
            }
            else if (!isWhole && name == Record)
            {
                lines.Add(text);
            }
        }

        return new(texts, lines);
    }

    /// <summary>Writes them into a study folder.</summary>
    public void WriteFolder(string folder)
    {
        foreach ((string name, string text) in Texts)
        {
            string path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text, Utf8);
        }

        if (Lines.Count > 0)
        {
            File.WriteAllText(Path.Combine(folder, Record), string.Concat(Lines.Select(line => line + "\n")), Utf8);
        }
    }

    /// <summary>Writes them as rows of a study, within a transaction.</summary>
    public void Write(NpgsqlConnection connection, long study)
    {
        foreach ((string name, string text) in Texts)
        {
            Insert("insert into hypermax.paper (study, name, part, text) values ($1, $2, 0, $3)", name, text);
        }

        foreach (string line in Lines)
        {
            Insert("insert into hypermax.paper (study, name, text) values ($1, $2, $3)", Record, line);
        }

        void Insert(string sql, string name, string text)
        {
            // PostgreSQL has no letter of the number zero.
            using NpgsqlCommand command = new(sql, connection)
            {
                Parameters = { new() { Value = study }, new() { Value = name }, new() { Value = text.Replace("\0", "\uFFFD", StringComparison.Ordinal) } },
            };
            command.ExecuteNonQuery();
        }
    }

    [GeneratedRegex(@"^(dashboard\.json|notes\.md|notes/trial_[0-9]{1,9}\.md)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TextName();
}
