using System.Diagnostics;
using Hypermax.Execution.Slots;
using Hypermax.Execution.Watchdogs;

namespace Hypermax.Execution;

/// <summary>A program started for trials, marked so that all its descendants can be found again.</summary>
internal sealed class ChildProcess : IDisposable
{
    /// <summary>The environment variable that says in which slot a trial runs.</summary>
    public const string SlotVariable = "HYPERMAX_SLOT";

    private static readonly Lazy<string?> SetSid = new(() => OperatingSystem.IsWindows() ? null : Command.ExecutableFinder.TryFindOnPath("setsid"));

    private ChildProcess(Process process, ProcessTree tree)
    {
        Process = process;
        Tree = tree;
    }

    /// <summary>Gets the process.</summary>
    public Process Process { get; }

    /// <summary>Gets the process with all it started.</summary>
    public ProcessTree Tree { get; }

    /// <summary>Prepares a program to start in a session of its own, where the system has a tool for it.</summary>
    /// <remarks>A worker makes its own session; other programs need <c>setsid</c>, which becomes the program and keeps its process id.</remarks>
    public static ProcessStartInfo InSession(string program, IEnumerable<string> arguments) => SetSid.Value is { } tool
        ? new ProcessStartInfo(tool, [program, .. arguments])
        : new ProcessStartInfo(program, arguments);

    /// <summary>Starts a program with all three standard streams connected to this process.</summary>
    /// <param name="start">The program, its arguments, folder and environment.</param>
    /// <param name="slot">The slot.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program, or it cannot be executed.</exception>
    public static ChildProcess Start(ProcessStartInfo start, int slot)
    {
        string mark = LifeLine.NewMark();
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

        start.Environment.TryGetValue(SlotResources.CoresVariable, out string? cores);
        ControlGroup? group = ControlGroup.TryCreate(mark);
        group?.Enter(start);
        Process process;
        try
        {
            process = CoreAffinity.Pinned(cores, () => Process.Start(start)!);
        }
        catch (Exception error)
        {
            group?.Kill();
            group?.Dispose();
            throw StartTrouble.Explain(error);
        }

        LifeLine.Hold(process.Id);
        return new ChildProcess(process, ProcessTree.Follow(process, mark, group));
    }

    /// <summary>Waits until the program itself has ended.</summary>
    /// <returns>Whether it did in time.</returns>
    public async Task<bool> WaitAsync(TimeSpan patience)
    {
        using CancellationTokenSource either = new();
        Task exit = Process.WaitForExitAsync(either.Token);
        await Task.WhenAny(exit, LongWaits.DelayAsync(patience, either.Token)).ConfigureAwait(false);
        await either.CancelAsync().ConfigureAwait(false);
        return exit.IsCompletedSuccessfully || Process.HasExited;
    }

    public void Dispose()
    {
        LifeLine.Release(Tree.Root);
        Tree.Dispose();
        CloseStreams();
        Process.Dispose();
    }

    // Process.Dispose leaves the pipes to the garbage collector, and a search of short trials has hundreds of them open until it comes.
    private void CloseStreams()
    {
        foreach (Stream stream in new[] { Process.StandardInput.BaseStream, Process.StandardOutput.BaseStream, Process.StandardError.BaseStream })
        {
            try
            {
                stream.Dispose();
            }
            catch (IOException)
            {
                // The program is gone.
            }
        }
    }
}
