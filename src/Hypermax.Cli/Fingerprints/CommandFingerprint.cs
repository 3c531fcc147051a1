using Hypermax.Execution.Command;
using Hypermax.Execution.PythonFunction;

namespace Hypermax.Fingerprints;

/// <summary>The fingerprint of a program, a script or a Python module, as far as files on this machine tell.</summary>
internal static class CommandFingerprint
{
    /// <summary>Makes the fingerprint of a command.</summary>
    /// <param name="command">The program and its arguments, as they were given.</param>
    /// <param name="folder">The folder it starts in.</param>
    /// <remarks>The words count, and the content of the program; where that is an interpreter found by its name, the first argument that is a file.</remarks>
    public static string OfCommand(CommandSpec command, string folder)
    {
        string[] words = [command.FileName, .. command.Arguments];
        using FingerprintHash hash = new();
        foreach (string word in words)
        {
            hash.Add(word);
        }

        Add(hash, command.Environment);

        if (words.Select(word => FileOf(word, folder)).FirstOrDefault(file => file is not null) is { } script)
        {
            hash.AddFile(script);
        }

        return hash.ToString();
    }

    /// <summary>Makes the fingerprint of a Python function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="folder">The folder Python starts in.</param>
    public static string OfPython(PythonFunctionSpec function, string folder)
    {
        using FingerprintHash hash = new();
        hash.Add($"{function.Module}:{function.Name}");
        Add(hash, function.Environment);
        string module = Path.Combine(folder, function.Module.Replace('.', Path.DirectorySeparatorChar));
        foreach (string file in new[] { module + ".py", Path.Combine(module, "__init__.py") }.Where(File.Exists))
        {
            hash.AddFile(file);
        }

        return hash.ToString();
    }

    private static void Add(FingerprintHash hash, IReadOnlyDictionary<string, string?> environment)
    {
        foreach ((string name, string? value) in environment.OrderBy(variable => variable.Key, StringComparer.Ordinal))
        {
            hash.Add($"{name}={value}");
        }
    }

    // A program without a folder in its name is looked up in the path, not in the folder it starts in.
    private static string? FileOf(string word, string folder)
    {
        if (word.Contains('{', StringComparison.Ordinal))
        {
            return null;
        }

        string path = Path.Combine(folder, word);
        return File.Exists(path) ? path : null;
    }
}
