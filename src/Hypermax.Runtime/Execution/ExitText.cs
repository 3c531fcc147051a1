using System.Globalization;

namespace Hypermax.Execution;

/// <summary>Says in words what an exit code means.</summary>
internal static class ExitText
{
    private static readonly Dictionary<int, string> Signals = new()
    {
        [4] = "illegal instruction",
        [6] = "aborted: a failed assertion, FailFast or a stack overflow",
        [8] = "arithmetic error",
        [9] = "killed from outside; the system does that when memory runs out",
        [11] = "memory access violation",
        [15] = "asked to terminate",
    };

    /// <summary>Ends what another program said like a sentence, so that ours can follow.</summary>
    public static string Sentence(string? words)
    {
        string text = words?.Trim() ?? string.Empty;
        return text.Length == 0 || text[^1] is '.' or '!' or '?' ? text : text + ".";
    }

    /// <summary>Describes an exit code, with the signal behind it where there is one.</summary>
    public static string Describe(int code)
    {
        string text = code.ToString(CultureInfo.InvariantCulture);
        if (OperatingSystem.IsWindows() || code <= 128)
        {
            return $"exit code {text}";
        }

        return Signals.TryGetValue(code - 128, out string? meaning)
            ? string.Create(CultureInfo.InvariantCulture, $"exit code {text} (signal {code - 128}: {meaning})")
            : string.Create(CultureInfo.InvariantCulture, $"exit code {text} (signal {code - 128})");
    }
}
