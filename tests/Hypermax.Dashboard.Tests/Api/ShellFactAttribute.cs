namespace Hypermax.Dashboard.Tests.Api;

/// <summary>A test that types into a shell; skipped where that or a program is missing.</summary>
public sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute(params string[] programs)
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        string[] missing = [.. programs.Prepend("bash").Where(program => !Array.Exists(folders, folder => File.Exists(Path.Combine(folder, program))))];
        Skip = Programs.SkipReason(missing.Length == 0 ? null : $"There is no {string.Join(", ", missing)} here (Debian has packages of these names).");
    }
}
