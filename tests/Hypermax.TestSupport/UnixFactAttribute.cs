namespace Hypermax.TestSupport;

/// <summary>A test of processes that are told by signals, which only Unix has.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = SkipReason;

    internal static string? SkipReason => OperatingSystem.IsWindows() ? "Signals between processes are a matter of Unix." : null;
}
