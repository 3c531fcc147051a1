namespace Hypermax.Slurm;

/// <summary>Writes texts that stand in scripts for a shell.</summary>
internal static class ShellText
{
    /// <summary>Writes a text on one line, for comments and messages.</summary>
    public static string Line(string text) => string.Concat(text.Select(unit => char.IsControl(unit) ? '?' : unit));
}
