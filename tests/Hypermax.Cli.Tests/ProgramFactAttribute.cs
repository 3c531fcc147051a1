using Hypermax.TestSupport;

namespace Hypermax.Tests;

/// <summary>A test that needs a program.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgramFactAttribute : FactAttribute
{
    /// <summary>Creates the attribute.</summary>
    /// <param name="program">The program, which is looked for in the folders of PATH.</param>
    /// <param name="package">What Debian calls its package; null where it has none, and the test is skipped in CI too.</param>
    public ProgramFactAttribute(string program, string? package)
    {
        string? missing = IsThere(program)
            ? null
            : $"The program '{program}' is not installed ({(package is null ? "Debian has none" : $"Debian: {package}")}).";
        Skip = package is null ? missing : Programs.SkipReason(missing);
    }

    private static bool IsThere(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
}
