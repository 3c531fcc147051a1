using Xunit.Sdk;

namespace Hypermax.PackageTests.Sandboxes;

/// <summary>How a command ended and what it printed.</summary>
public sealed record CommandResult(string Arguments, int ExitCode, string Output)
{
    public CommandResult Succeeded() => ExitCode == 0 ? this : throw new XunitException($"'dotnet {Arguments}' ended with {ExitCode}:\n{Output}");

    public CommandResult Failed() => ExitCode != 0 ? this : throw new XunitException($"'dotnet {Arguments}' was to fail but ended well:\n{Output}");

    public CommandResult Says(string text) =>
        Output.Contains(text, StringComparison.Ordinal) ? this : throw new XunitException($"'dotnet {Arguments}' was to say «{text}»:\n{Output}");

    public CommandResult SaysNothingOf(string text) =>
        !Output.Contains(text, StringComparison.Ordinal) ? this : throw new XunitException($"'dotnet {Arguments}' was not to say «{text}»:\n{Output}");
}
