using Hypermax.TestSupport;

namespace Hypermax.Tests.Ui;

/// <summary>A test that drives the tool in a terminal of tmux.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TmuxFactAttribute : FactAttribute
{
    public TmuxFactAttribute() => Skip = Programs.SkipReason(
        OperatingSystem.IsWindows() ? "tmux does not run on Windows."
        : TmuxTerminal.IsInstalled ? null : "tmux is not installed.");
}
