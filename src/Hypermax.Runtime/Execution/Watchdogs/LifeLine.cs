using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Hypermax.Execution.Watchdogs;

/// <summary>A small process beside this one that ends every program of every trial when this process is gone, even by a signal that nobody can catch.</summary>
/// <remarks>
/// One for the whole process, started with the first program. It waits for the end of a pipe that nobody else holds, in a
/// session of its own, so that no terminal reaches it. On Windows the job objects of the programs close with this process.
/// </remarks>
internal static class LifeLine
{
    private static readonly object Gate = new();
    private static readonly string Owner = Guid.NewGuid().ToString("N");
    private static Process? _keeper;
    private static bool _isTried;

    /// <summary>Makes the mark of a new program: what all marks of this process begin with, and something of its own.</summary>
    public static string NewMark() => Owner + Guid.NewGuid().ToString("N");

    /// <summary>Has a program's group ended when this process is gone.</summary>
    /// <param name="group">The id of its first process.</param>
    public static void Hold(int group) => Say('+', group);

    /// <summary>Forgets a group that has ended: its number may be given to another.</summary>
    /// <param name="group">The id of its first process.</param>
    public static void Release(int group) => Say('-', group);

    private static void Say(char sign, int group)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        lock (Gate)
        {
            try
            {
                _keeper ??= TryStart();
                _keeper?.StandardInput.Write(string.Create(CultureInfo.InvariantCulture, $"{sign} {group}\n"));
                _keeper?.StandardInput.Flush();
            }
            catch (Exception error) when (error is IOException or ObjectDisposedException)
            {
                // Somebody has ended the keeper; programs still end by their own marks while this process lives.
            }
        }
    }

    private static Process? TryStart()
    {
        if (_isTried)
        {
            return null;
        }

        _isTried = true;
        ProcessStartInfo start = ChildProcess.InSession("sh", ["-c", Script(), "hypermax-lifeline", Owner, ControlGroup.Prefix(Owner) ?? string.Empty]);
        start.RedirectStandardInput = true;
        start.UseShellExecute = false;
        start.Environment.Remove(ProcessTree.MarkVariable);
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string Script()
    {
        using Stream stream = typeof(LifeLine).Assembly.GetManifestResourceStream("Hypermax.Execution.Watchdogs.lifeline.sh")!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
