namespace Hypermax.Slurm;

/// <summary>Writes words so that a POSIX shell reads them as they are.</summary>
internal static class ShellText
{
    private const string Plain = "-_./=:,@%+";

    /// <summary>Writes a text on one line, for comments and messages.</summary>
    public static string Line(string text) => string.Concat(text.Select(unit => char.IsControl(unit) ? '?' : unit));

    /// <summary>Quotes a word where it needs quotes.</summary>
    public static string Quote(string word) => word.Length > 0 && word.All(unit => char.IsAsciiLetterOrDigit(unit) || Plain.Contains(unit))
        ? word
        : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
