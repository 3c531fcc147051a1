using System.Globalization;

namespace Hypermax.Testing.Results;

/// <summary>Gives each process a folder of its own for as long as it lives, and the same one in the next run.</summary>
internal static class OwnFolder
{
    private const int Most = 64;

    // Open until the process ends, however it ends.
    private static readonly List<FileStream> Locks = [];

    /// <summary>Gets a folder that no other process that is alive has claimed: this one, or with a number behind its name.</summary>
    /// <param name="folder">The folder; made where it is missing.</param>
    public static string Claim(string folder)
    {
        for (int number = 1; number < Most; number++)
        {
            string candidate = number == 1 ? folder : string.Create(CultureInfo.InvariantCulture, $"{folder}-{number}");
            try
            {
                Directory.CreateDirectory(candidate);
                FileStream file = new(Path.Combine(candidate, ".lock"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
                lock (Locks)
                {
                    Locks.Add(file);
                }

                return candidate;
            }
            catch (IOException error) when (error.GetType() == typeof(IOException))
            {
                // Somebody else's.
            }
            catch (UnauthorizedAccessException)
            {
                // Whoever writes there will say so.
                return folder;
            }
        }

        return folder;
    }
}
