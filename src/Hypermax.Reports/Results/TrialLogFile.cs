using System.Text;
using Hypermax.Files;

namespace Hypermax.Results;

/// <summary>Reads the end of what a trial printed, while it runs as well.</summary>
internal static class TrialLogFile
{
    private const int MostBytes = 256 * 1024;

    /// <summary>Gets the last lines of a log; null when there is none, or none are wanted.</summary>
    /// <param name="folder">The folder of the study.</param>
    /// <param name="log">The log's path within it.</param>
    /// <param name="lines">How many lines.</param>
    public static string? Tail(string folder, string log, int lines)
    {
        if (lines <= 0)
        {
            return null;
        }

        try
        {
            using FileStream file = PlainFile.OpenRead(Path.Combine(folder, log));
            file.Seek(-Math.Min(MostBytes, file.Length), SeekOrigin.End);
            using StreamReader reader = new(file, Encoding.UTF8);
            string[] all = reader.ReadToEnd().TrimEnd('\r', '\n').Split('\n');
            return string.Join("\n", all.TakeLast(lines).Select(line => Visible(line.TrimEnd('\r'))));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // What a program prints must not move the cursor or colour the terminal of whoever reads it; a progress bar's last state counts.
    private static string Visible(string line)
    {
        string last = line[(line.LastIndexOf('\r') + 1)..];
        StringBuilder text = new();
        for (int i = 0; i < last.Length; i++)
        {
            if (last[i] == '\u001b')
            {
                i = EscapeEnd(last, i);
            }
            else if (last[i] == '\t')
            {
                text.Append("    ");
            }
            else if (!char.IsControl(last[i]))
            {
                text.Append(last[i]);
            }
        }

        return text.ToString();
    }

    // ESC [ parameters letter; any other escape is two characters.
    private static int EscapeEnd(string line, int start)
    {
        if (start + 1 >= line.Length || line[start + 1] != '[')
        {
            return Math.Min(start + 1, line.Length - 1);
        }

        int end = start + 2;
        while (end < line.Length - 1 && line[end] is < '@' or > '~')
        {
            end++;
        }

        return Math.Min(end, line.Length - 1);
    }
}
