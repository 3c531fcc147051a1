using System.Diagnostics;
using System.Globalization;
using Hypermax.Execution;

namespace Hypermax.Conformance.Tests.Execution;

/// <summary>An executor as people outside write a first one: starts the program, reads its last line, and kills it at the end of the search.</summary>
/// <remarks>What the program leaves behind is not looked for: the suite says so.</remarks>
internal sealed class ProgramExecutor(ExecutorSetup setup) : IExecutor
{
    public async Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return TrialOutcome.Fail(FailureKind.Cancelled, "stopped before it began");
        }

        string behaviour = (string)((CategoricalParameter)job.Space.Parameters[0]).Choices[(int)job.Point[0]];
        string value = job.Point[1].ToString("R", CultureInfo.InvariantCulture);
        ProcessStartInfo start = new(
            setup.FileName,
            setup.Arguments.Select(argument => argument.Replace("{behaviour}", behaviour, StringComparison.Ordinal)
                .Replace("{value}", value, StringComparison.Ordinal)))
        {
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        string? last = null;
        process.OutputDataReceived += (_, line) => last = line.Data ?? last;
        process.BeginOutputReadLine();
        using CancellationTokenRegistration _ = cancellation.Register(() => process.Kill(entireProcessTree: true));

        // Not the end of its output, which a child may hold open.
        while (!process.HasExited)
        {
            await Task.Delay(10, CancellationToken.None);
        }

        for (int wait = 0; last is null && process.ExitCode == 0 && wait < 500; wait++)
        {
            await Task.Delay(10, CancellationToken.None);
        }

        return cancellation.IsCancellationRequested ? TrialOutcome.Fail(FailureKind.Cancelled, "stopped")
            : process.ExitCode != 0 ? TrialOutcome.Fail(FailureKind.ProcessDied, $"exit code {process.ExitCode}")
            : TrialOutcome.Of(double.Parse(last!, CultureInfo.InvariantCulture));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
