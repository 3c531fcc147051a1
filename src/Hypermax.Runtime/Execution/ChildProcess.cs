using System.Diagnostics;
using Hypermax.Execution.Watchdogs;

namespace Hypermax.Execution;

/// <summary>A program started for trials, marked so that all its descendants can be found again.</summary>
internal sealed class ChildProcess : IDisposable
{
    /// <summary>The environment variable that says in which slot a trial runs.</summary>
    public const string SlotVariable = "HYPERMAX_SLOT";

    private ChildProcess(Process process, ProcessTree tree)
    {
        Process = process;
        Tree = tree;
    }

    /// <summary>Gets the process.</summary>
    public Process Process { get; }

    /// <summary>Gets the process with all it started.</summary>
    public ProcessTree Tree { get; }

    /// <summary>Starts a program with all three standard streams connected to this process.</summary>
    /// <param name="start">The program, its arguments, folder and environment.</param>
    /// <param name="slot">The slot.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program, or it cannot be executed.</exception>
    public static ChildProcess Start(ProcessStartInfo start, int slot)
    {
        string mark = Guid.NewGuid().ToString("N");
        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment[ProcessTree.MarkVariable] = mark;
        start.Environment[SlotVariable] = slot.ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (string name in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            // A trial may call dotnet itself; the variables of the build that runs us would mislead it.
            start.Environment.Remove(name);
        }

        Process process = Process.Start(start)!;
        return new ChildProcess(process, ProcessTree.Follow(process, mark));
    }

    /// <summary>Waits until the program itself has ended.</summary>
    /// <returns>Whether it did in time.</returns>
    public async Task<bool> WaitAsync(TimeSpan patience)
    {
        using CancellationTokenSource timeout = new(patience);
        try
        {
            await Process.WaitForExitAsync(timeout.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return Process.HasExited;
        }
    }

    public void Dispose()
    {
        Tree.Dispose();
        Process.Dispose();
    }
}
