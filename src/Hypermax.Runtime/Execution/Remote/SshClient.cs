using System.Diagnostics;
using Hypermax.Execution.Command;

namespace Hypermax.Execution.Remote;

/// <summary>Runs small scripts on hosts.</summary>
internal sealed class SshClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly RemoteSpec _spec;
    private readonly string _program;

    /// <summary>Finds the client.</summary>
    /// <exception cref="ExecutorException">There is no ssh client.</exception>
    public SshClient(RemoteSpec spec)
    {
        _spec = spec;
        _program = ExecutableFinder.Find(spec.Ssh, null);
    }

    /// <summary>Prepares a connection that runs a script.</summary>
    public ProcessStartInfo Start(string host, string script) =>
        ChildProcess.InSession(_program, [.. _spec.SshOptions, "--", host, "exec sh -c " + CommandLine.Quote(script)]);

    /// <summary>Runs a script to its end.</summary>
    /// <param name="host">The host.</param>
    /// <param name="script">The script.</param>
    /// <param name="feed">Writes its standard input, or null for none.</param>
    /// <param name="cancellation">Cancelled when nobody waits any more.</param>
    /// <returns>The exit code and what was printed to standard output and error.</returns>
    public async Task<(int Code, string Output, string Error)> RunAsync(string host, string script, Func<Stream, Task>? feed, CancellationToken cancellation)
    {
        using ChildProcess child = ChildProcess.Start(Start(host, script), 0);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(Patience);
        try
        {
            Task<string> output = child.Process.StandardOutput.ReadToEndAsync(stop.Token);
            Task<string> error = child.Process.StandardError.ReadToEndAsync(stop.Token);
            await FeedAsync(child.Process, feed).ConfigureAwait(false);
            await child.Process.WaitForExitAsync(stop.Token).ConfigureAwait(false);
            return (child.Process.ExitCode, await output.ConfigureAwait(false), await error.ConfigureAwait(false));
        }
        finally
        {
            child.Tree.Kill();
        }
    }

    private static async Task FeedAsync(Process process, Func<Stream, Task>? feed)
    {
        try
        {
            if (feed is not null)
            {
                await feed(process.StandardInput.BaseStream).ConfigureAwait(false);
            }

            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The host closed the connection; its exit code and message say why.
        }
    }
}
