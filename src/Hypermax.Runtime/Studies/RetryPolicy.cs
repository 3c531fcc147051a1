namespace Hypermax;

/// <summary>Says which failed trials are run again, and how often, before they are recorded.</summary>
/// <param name="Times">How often a trial is run again; 0 or above.</param>
/// <param name="Kinds">The kinds of failure that are worth another try; null for all but limits that the trial would meet again.</param>
public sealed record RetryPolicy(int Times, IReadOnlySet<FailureKind>? Kinds = null)
{
    /// <summary>The metric that counts how often a trial was run again.</summary>
    public const string Metric = "retries";

    /// <summary>Gets the policy by which nothing is run again.</summary>
    public static RetryPolicy None { get; } = new(0);

    private static readonly HashSet<FailureKind> Hopeful = [FailureKind.Exception, FailureKind.ProcessDied, FailureKind.BadResult, FailureKind.NotStarted, FailureKind.SystemMemory, FailureKind.Silence];

    internal bool Allows(TrialOutcome outcome, int before) =>
        outcome.State == TrialState.Failed && before < Times && (Kinds ?? Hopeful).Contains(outcome.Failure);

    internal static Dictionary<string, double> Count(IReadOnlyDictionary<string, double> metrics, int retries) =>
        new(metrics, StringComparer.Ordinal) { [Metric] = retries };
}
