using System.Diagnostics;

namespace Hypermax.Dashboard;

/// <summary>Starts the search of a file as a process of its own, which goes on when the server ends.</summary>
internal static class SearchStart
{
    /// <summary>Starts it; what it prints is there to be read.</summary>
    /// <param name="file">The full path of a search.json.</param>
    public static Process Run(string file)
    {
        // As a tool, the command is run by 'dotnet'; as a single file it is its own program.
        string program = Environment.ProcessPath!;
        string[] self = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(SearchStart).Assembly.Location] : [];
        ProcessStartInfo start = new(program, [.. self, file])
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
