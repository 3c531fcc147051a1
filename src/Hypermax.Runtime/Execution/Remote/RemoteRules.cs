using Hypermax.Execution.Limits;

namespace Hypermax.Execution.Remote;

/// <summary>What a remote command must fulfil, and what its exit codes mean.</summary>
internal static class RemoteRules
{
    private static readonly string[] Refusals =
    [
        "ssh: ", "Permission denied", "Host key verification failed", "Connection closed", "Connection refused", "kex_exchange_identification",
    ];

    public static void Check(RemoteSpec spec, TrialLimits limits)
    {
        if (spec.Hosts.Count == 0 || spec.Hosts.Any(host => host.Slots <= 0 || host.Name.Length == 0))
        {
            throw new ArgumentException("A remote command needs at least one host, each with a name and at least one slot.");
        }

        if (spec.Hosts.FirstOrDefault(host => host.Name[0] == '-') is { } option)
        {
            throw new ArgumentException(
                $"The host '{option.Name}' begins with a dash, so that programs would take it for an option. "
                + "Give the name of a host, and options of the client in SshOptions.");
        }

        if (limits.SystemMemoryBytes is not null || limits.GpuMemoryBytes is not null)
        {
            throw new ArgumentException(
                "Limits on memory of the whole machine and on GPU memory cannot be measured over ssh. Leave SystemMemoryBytes and GpuMemoryBytes out and "
                + "limit MemoryBytes, which is measured there.");
        }
    }

    /// <summary>Tells whether the script on the host has to measure the trial.</summary>
    public static bool Measures(TrialLimits limits) => limits.MemoryBytes is not null || limits.CpuTime is not null;

    /// <summary>Tells a host that could not be reached from a trial that failed there: ssh uses exit code 255 for itself.</summary>
    public static TrialOutcome Explain(TrialOutcome outcome, string host) =>
        outcome is { Failure: FailureKind.ProcessDied, Message: { } message }
            && message.Contains("exit code 255", StringComparison.Ordinal)
            && Array.Exists(Refusals, refusal => message.Contains(refusal, StringComparison.Ordinal))
            ? outcome with { Failure = FailureKind.NotStarted, Message = $"Host '{host}' could not be reached: {message}" }
            : outcome;
}
