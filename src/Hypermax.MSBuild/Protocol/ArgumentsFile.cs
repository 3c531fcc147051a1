using System.Text;

namespace Hypermax.Build.Protocol;

/// <summary>The file that tells the coordinator what to do: one <c>name=value</c> a line; see docs/formats/coordinator.md.</summary>
public static class ArgumentsFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (string line in File.ReadAllLines(path, Encoding.UTF8))
        {
            int place = line.IndexOf('=');
            if (place > 0)
            {
                values[line.Substring(0, place)] = line.Substring(place + 1);
            }
        }

        return values;
    }

    /// <summary>Writes a file, but only when it says something new: its time decides whether a search is up to date.</summary>
    /// <param name="path">The file.</param>
    /// <param name="values">The values; line breaks in them become spaces, empty ones are left out.</param>
    public static void Write(string path, IEnumerable<KeyValuePair<string, string>> values)
    {
        StringBuilder text = new();
        foreach (KeyValuePair<string, string> value in values.Where(value => !string.IsNullOrWhiteSpace(value.Value)))
        {
            text.Append(value.Key).Append('=').Append(value.Value.Replace('\r', ' ').Replace('\n', ' ')).Append('\n');
        }

        if (!File.Exists(path) || File.ReadAllText(path, Encoding.UTF8) != text.ToString())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
    }
}
