using System.Runtime.InteropServices;
using System.Text.Json;
using Hypermax.Errors;
using Hypermax.Fingerprints;

namespace Hypermax.Tune;

/// <summary>Where tuned values were found, for whoever evaluates them again elsewhere.</summary>
internal static class TunedOrigin
{
    /// <summary>Gets what can change the value of a point though nobody touched the code: framework, machine and data.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(TuneArguments arguments)
    {
        string framework = FrameworkOf(arguments) is { } name ? name + ", " : string.Empty;
        string machine = $"{OperatingSystemName} {RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}, "
            + $"{Counted.Of(Environment.ProcessorCount, "processor")}";
        return arguments.Inputs.Count == 0
            ? [new("environment", framework + machine)]
            : [new("environment", framework + machine), new("data", DataOf(arguments.Inputs))];
    }

    private static string OperatingSystemName => OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos"
        : OperatingSystem.IsLinux() ? "linux" : "other system";

    private static string DataOf(IReadOnlyList<string> inputs)
    {
        using FingerprintHash hash = new();
        foreach (string input in inputs.Order(StringComparer.Ordinal))
        {
            hash.Add(Path.GetFileName(input));
            hash.AddFile(input);
        }

        return hash.ToString();
    }

    private static string? FrameworkOf(TuneArguments arguments)
    {
        try
        {
            using JsonDocument config =
                JsonDocument.Parse(File.ReadAllBytes(arguments.RuntimeConfig ?? Path.ChangeExtension(arguments.Assembly, ".runtimeconfig.json")));
            return config.RootElement.GetProperty("runtimeOptions").GetProperty("tfm").GetString();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
