using System.Diagnostics;
using System.Text;

namespace Hypermax.Writing;

/// <summary>Adds to a file that other processes add to at the same time; nobody's text is lost or torn.</summary>
internal static class SharedFile
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Adds a text at the end, when nobody else has the file open for writing.</summary>
    /// <param name="path">The file; made where it is missing, but not its folder.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="IOException">The file cannot be opened, or was in use for half a minute.</exception>
    public static void Append(string path, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        long began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                // The end is looked for once the file is locked, for a mode of appending that the system keeps is not what .NET opens files with.
                using FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
                file.Seek(0, SeekOrigin.End);
                file.Write(bytes);
                return;
            }
            catch (IOException error) when (error.GetType() == typeof(IOException) && Stopwatch.GetElapsedTime(began) < Patience)
            {
                Thread.Sleep(10);
            }
        }
    }
}
