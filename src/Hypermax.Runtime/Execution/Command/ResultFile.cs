using System.Text;

namespace Hypermax.Execution.Command;

/// <summary>The file that a program leaves its result in.</summary>
internal static class ResultFile
{
    /// <summary>A result with long texts fits; a device that never ends does not fill our memory.</summary>
    private const int MostCharacters = 128 * 1024 * 1024;

    /// <summary>Reads the file, in whichever encoding its byte order mark names.</summary>
    /// <exception cref="IOException">There is none, it cannot be read, or it is longer than any result.</exception>
    /// <exception cref="TimeoutException">Nothing comes: it is a pipe that nobody writes to.</exception>
    public static Task<string> ReadAsync(string path, TimeSpan patience) => Task.Run(() => Read(path), CancellationToken.None).WaitAsync(patience);

    private static string Read(string path)
    {
        using StreamReader reader = new(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        StringBuilder text = new();
        char[] block = new char[64 * 1024];
        while (reader.Read(block) is > 0 and int count)
        {
            text.Append(block, 0, count);
            if (text.Length > MostCharacters)
            {
                throw new IOException("It is longer than any result.");
            }
        }

        return text.ToString();
    }
}
