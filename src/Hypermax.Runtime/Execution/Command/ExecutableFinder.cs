namespace Hypermax.Execution.Command;

/// <summary>Finds a program before the first trial needs it.</summary>
internal static class ExecutableFinder
{
    /// <summary>Gets the full path of a program.</summary>
    /// <param name="name">A path, relative to the folder the program will start in, or a name to look up on the path.</param>
    /// <param name="workingDirectory">The folder the program will start in, or null for that of this process.</param>
    /// <exception cref="ExecutorException">There is no such program, or it cannot be executed.</exception>
    public static string Find(string name, string? workingDirectory)
    {
        if (workingDirectory is not null && !Directory.Exists(workingDirectory))
        {
            throw new ExecutorException(
                $"The folder '{workingDirectory}' in which '{name}' should start does not exist. Create it or correct WorkingDirectory.");
        }

        if (name.AsSpan().IndexOfAny('/', '\\') >= 0)
        {
            string path = Path.GetFullPath(name, Path.GetFullPath(workingDirectory ?? "."));
            return Check(path) ?? throw new ExecutorException(File.Exists(path)
                ? $"The command '{path}' is not executable. Run 'chmod +x' on it, or name its interpreter first."
                : $"The command '{path}' does not exist. Correct the path, or build the program first.");
        }

        return TryFindOnPath(name) ?? throw new ExecutorException($"The command '{name}' was not found on the path. Install it, or give the whole path.");
    }

    /// <summary>Looks a name up on the path.</summary>
    public static string? TryFindOnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Check(Path.Combine(folder, name)))
        .FirstOrDefault(found => found is not null);

    private static string? Check(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            string[] endings = Path.HasExtension(path) ? [string.Empty] : [".exe", ".cmd", ".bat"];
            return endings.Select(ending => path + ending).FirstOrDefault(File.Exists);
        }

        const UnixFileMode executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (File.GetUnixFileMode(path) & executable) != UnixFileMode.None ? path : null;
    }
}
