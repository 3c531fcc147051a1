using Hypermax.Errors;

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

    /// <summary>Makes a policy from names of failures as people write them.</summary>
    /// <param name="times">How often a trial is run again.</param>
    /// <param name="kinds">Names of <see cref="FailureKind"/> separated by commas or blanks, in any case; null for the default.</param>
    /// <exception cref="ArgumentException">A name is no failure that could be tried again, or names are given although nothing is run again.</exception>
    public static RetryPolicy Parse(int times, string? kinds)
    {
        if (kinds is null)
        {
            return times == 0 ? None : new RetryPolicy(times);
        }

        if (times == 0)
        {
            throw new ArgumentException($"RetryOn is '{kinds}' but Retries is 0, so nothing is ever run again. Set Retries above 0 or leave RetryOn out.");
        }

        string[] known =
        [
            .. Enum.GetValues<FailureKind>().Except([FailureKind.None, FailureKind.Cancelled, FailureKind.Orphaned, FailureKind.Ended])
                .Select(kind => kind.ToString()),
        ];
        HashSet<FailureKind> set = [];
        foreach (string name in kinds.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw new ArgumentException(
                    $"RetryOn names '{name}', which is no failure that can be tried again; "
                    + $"did you mean {string.Join(" or ", NearestNames.Of(name, known).Select(near => $"'{near}'"))}?");
            }

            set.Add(Enum.Parse<FailureKind>(name, ignoreCase: true));
        }

        return new RetryPolicy(times, set);
    }

    private static readonly HashSet<FailureKind> Hopeful =
    [
        FailureKind.Exception, FailureKind.ProcessDied, FailureKind.BadResult, FailureKind.NotStarted, FailureKind.SystemMemory, FailureKind.Silence,
    ];

    internal bool Allows(TrialOutcome outcome, int before) =>
        outcome.State == TrialState.Failed && before < Times && (Kinds ?? Hopeful).Contains(outcome.Failure);

    internal static Dictionary<string, double> Count(IReadOnlyDictionary<string, double> metrics, int retries) =>
        new(metrics, StringComparer.Ordinal) { [Metric] = retries };
}
