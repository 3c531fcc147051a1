using System.Diagnostics;
using Hypermax.Dashboard.Guiding;

namespace Hypermax.Dashboard;

/// <summary>Starts the search of a file as a process of its own, which goes on when the server ends.</summary>
internal static class SearchStart
{
    /// <summary>Starts it; what it prints is there to be read.</summary>
    /// <param name="file">The full path of a search.json, or of the arguments file of a built project.</param>
    public static Process Run(string file)
    {
        IReadOnlyList<string> self = OwnProgram.Words;
        string[] verb = Path.GetFileName(file) == SearchSources.Arguments ? ["tune"] : [];
        ProcessStartInfo start = new(self[0], [.. self.Skip(1), .. verb, file])
        {
            WorkingDirectory = Path.GetDirectoryName(file)!,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TERM"] = "dumb";
        return Process.Start(start)!;
    }
}
