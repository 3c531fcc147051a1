using System.Globalization;
using Hypermax.Execution.Losses;
using Hypermax.Sampling;

namespace Hypermax.Studies;

/// <summary>What must hold of the options of a study; all violations are told at once.</summary>
internal static class StudyOptionsRules
{
    public static void Check(StudyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<string> broken = [];
        Require(broken, options.Trials > 0, "Trials", options.Trials, "must be above 0", "Ask for at least one trial.");
        Require(broken, options.Workers > 0, "Workers", options.Workers, "must be above 0", "Use 1 for one trial at a time.");
        Require(broken, options.Lag is null or > 0, "Lag", options.Lag, "must be above 0", "Leave it out to use the number of workers.");
        Require(broken, options.OrphanRetries >= 0, "OrphanRetries", options.OrphanRetries, "must be 0 or above", "Use 0 to give orphans up at once.");
        Require(
            broken, options.Timeout is null || options.Timeout > TimeSpan.Zero, "Timeout", options.Timeout, "must be above 0", "Leave it out for no limit.");
        Require(broken, options.Patience is null or > 0, "Patience", options.Patience, "must be above 0", "Leave it out to never stop early.");
        Require(
            broken,
            options.Target is null || double.IsFinite(options.Target.Value),
            "Target",
            options.Target,
            "must be a finite number",
            "Leave it out for no target.");
        Require(
            broken,
            options.Directions.Count == 1,
            "Directions",
            options.Directions.Count,
            "must be one direction",
            "A study has one objective; several are not searched yet. Make one value of them, with StudyOptions.Loss or in the objective.");
        Require(broken, options.Retry.Times >= 0, "Retry.Times", options.Retry.Times, "must be 0 or above", "Use 0 to run nothing again.");
        Require(
            broken,
            options.ObjectiveFingerprint is null or { Length: > 0 and <= 200 },
            "ObjectiveFingerprint",
            options.ObjectiveFingerprint,
            "must have 1 to 200 characters",
            "Give a hash, or leave it out.");
        if (options is { Sampler: null, Method: { } method })
        {
            Try(broken, () => _ = Samplers.Create(method, options.MethodOptions ?? new Dictionary<string, string>(StringComparer.Ordinal)));
        }

        if (options.Loss is { } loss)
        {
            Try(broken, () => _ = new LossFunction(loss));
        }

        if (options.Repeats is { } repeats)
        {
            Try(broken, repeats.Validate);
        }

        if (broken.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, broken));
        }
    }

    private static void Try(List<string> broken, Action make)
    {
        try
        {
            make();
        }
        catch (ArgumentException error)
        {
            broken.Add(error.Message);
        }
    }

    private static void Require(List<string> broken, bool holds, string name, object? value, string rule, string remedy)
    {
        if (!holds)
        {
            broken.Add($"'{name}' is {Convert.ToString(value, CultureInfo.InvariantCulture)}; it {rule}. {remedy}");
        }
    }
}
