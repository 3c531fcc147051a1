using Hypermax.Settings;

namespace Hypermax;

/// <summary>How the leading points of a noisy objective are evaluated again until they can be told apart: each time as a trial with its own seed.</summary>
/// <remarks>
/// Two points are told apart when the difference of their means is above what noise gives: one-sided Student's t with the spread
/// within repeats of all points. What leads has the lowest expected value, which a single lucky trial lacks: means are drawn towards those
/// of the better half of the points, the more the fewer repeats they rest on (empirical Bayes; Efron and Morris 1975). Repeats go to
/// the leader and to those not told apart from it, fewest repeats first. An objective whose first repeats agree is not noisy and is left alone.
/// </remarks>
public sealed record RaceOptions
{
    /// <summary>Gets which part of the trials may be repeats. By default a fifth.</summary>
    /// <value>Above 0 and at most 0.5.</value>
    public double Share { get; init; } = 0.2;

    /// <summary>Gets how many points race, the leader among them. By default five.</summary>
    /// <value>At least 2.</value>
    public int Leaders { get; init; } = 5;

    /// <summary>Gets how often a point is evaluated in all before the race is over for it. By default ten times.</summary>
    /// <value>At least 2.</value>
    public int MostRepeats { get; init; } = 10;

    /// <summary>Gets how sure the difference of two points must be. By default 0.95.</summary>
    /// <value>Above 0.5 and below 1.</value>
    public double Confidence { get; init; } = 0.95;

    internal void Check(Violations found)
    {
        found.Require(Share is > 0 and <= 0.5, nameof(Share), Share, "must be above 0 and at most 0.5", "Use 0.2, or leave the race out.");
        found.Require(Leaders >= 2, nameof(Leaders), Leaders, "must be at least 2", "Use 5.");
        found.Require(MostRepeats >= 2, nameof(MostRepeats), MostRepeats, "must be at least 2", "Use 10.");
        found.Require(Confidence is > 0.5 and < 1, nameof(Confidence), Confidence, "must be above 0.5 and below 1", "Use 0.95.");
    }
}
