using System.Diagnostics;

namespace Hypermax.TestSupport;

/// <summary>Does what is to be done when a test is over with something, or when its process has ended, however it did.</summary>
/// <remarks>
/// A shell of its own session waits at a pipe that nobody else holds: neither a kill of the test's process nor one
/// of all its children stops it.
/// </remarks>
internal sealed class LifeLine
{
    private readonly Process _starter;

    /// <summary>Ties something to this process.</summary>
    /// <param name="script">What to do at the end, for a shell.</param>
    /// <param name="arguments">Its arguments, <c>$1</c> and so on.</param>
    public LifeLine(string script, params string[] arguments)
    {
        string whole = "trap '' HUP INT TERM; exec >/dev/null 2>&1; cat\n" + script;
        ProcessStartInfo start = new("setsid", ["--fork", "/bin/sh", "-c", whole, "sh", .. arguments]) { RedirectStandardInput = true, WorkingDirectory = "/" };
        _starter = Process.Start(start)!;
    }

    /// <summary>Has it done now; returns at once.</summary>
    public void Cut()
    {
        _starter.StandardInput.Close();
        _starter.Dispose();
    }
}
