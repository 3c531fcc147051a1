using System.Globalization;
using System.Text;

namespace Hypermax.Build.Protocol;

/// <summary>One line that the coordinator writes for the build: fields separated by tabs; see docs/formats/coordinator.md.</summary>
/// <remarks>Both ends use this class. Every field is escaped, so nothing an objective says can look like another line.</remarks>
internal sealed class CoordinatorLine
{
    /// <summary>The code of a message that is not said again when the search is up to date.</summary>
    public const string Once = "once";

    /// <summary>Creates a line.</summary>
    /// <param name="kind">What the line is.</param>
    /// <param name="text">What it says: a sentence, or the path of a file.</param>
    public CoordinatorLine(LineKind kind, string text)
    {
        Kind = kind;
        Text = text;
    }

    /// <summary>Gets what the line is.</summary>
    public LineKind Kind { get; }

    /// <summary>Gets what it says.</summary>
    public string Text { get; }

    /// <summary>Gets or sets the id of the rule, such as <c>HMXB0002</c>; empty for plain lines.</summary>
    public string Code { get; set; } = string.Empty;

    /// <summary>Gets or sets the file of the user that the line is about; empty when there is none.</summary>
    public string File { get; set; } = string.Empty;

    /// <summary>Gets or sets the line in the file, counted from 1; 0 when unknown.</summary>
    public int Line { get; set; }

    /// <summary>Gets or sets the column in the file, counted from 1; 0 when unknown.</summary>
    public int Column { get; set; }

    /// <summary>Reads a line; null when it is none of the coordinator's.</summary>
    /// <param name="line">The line without its end.</param>
    public static CoordinatorLine? Parse(string line)
    {
        string[] fields = line.Split('\t');
        if (fields.Length != 6
            || !Enum.TryParse(fields[0], ignoreCase: true, out LineKind kind)
            || !int.TryParse(fields[3], NumberStyles.None, CultureInfo.InvariantCulture, out int row)
            || !int.TryParse(fields[4], NumberStyles.None, CultureInfo.InvariantCulture, out int column))
        {
            return null;
        }

        return new CoordinatorLine(kind, Unescape(fields[5])) { Code = Unescape(fields[1]), File = Unescape(fields[2]), Line = row, Column = column };
    }

    /// <summary>Gets the line as it is sent, without its end.</summary>
    public override string ToString() => string.Join(
        "\t",
        Kind.ToString().ToLowerInvariant(),
        Escape(Code),
        Escape(File),
        Line.ToString(CultureInfo.InvariantCulture),
        Column.ToString(CultureInfo.InvariantCulture),
        Escape(Text));

    /// <summary>Gets the line as people and editors read it: <c>file(line,column): error CODE: text</c>.</summary>
    public string ToReadable()
    {
        if (Kind is not (LineKind.Error or LineKind.Warning or LineKind.Information))
        {
            return Text;
        }

        string kind = Kind switch { LineKind.Error => "error", LineKind.Warning => "warning", _ => "info" };
        string place = File.Length == 0 ? string.Empty
            : Line == 0 ? File + ": "
            : FormattableString.Invariant($"{File}({Line},{Math.Max(Column, 1)}): ");
        return $"{place}{kind} {Code}: {Text}";
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\").Replace("\t", "\\t").Replace("\r", "\\r").Replace("\n", "\\n");

    private static string Unescape(string text)
    {
        if (text.IndexOf('\\') < 0)
        {
            return text;
        }

        StringBuilder plain = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                plain.Append(text[i]);
                continue;
            }

            i++;
            plain.Append(text[i] switch { 't' => '\t', 'r' => '\r', 'n' => '\n', char other => other });
        }

        return plain.ToString();
    }
}
