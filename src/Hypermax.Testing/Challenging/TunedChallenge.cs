using Hypermax.Settings;

namespace Hypermax.Testing;

/// <summary>How a search challenges tuned values.</summary>
public sealed record TunedChallenge
{
    /// <summary>Gets how many trials the search has, that of the tuned values among them; <c>HYPERTUNE_TRIALS</c> counts before. By default 30.</summary>
    /// <value>3 or above.</value>
    public int Trials { get; init; } = 30;

    /// <summary>Gets what every random draw comes from. By default 1, which is not that of an ordinary search, so that it looks elsewhere.</summary>
    /// <value>0 or above.</value>
    public long Seed { get; init; } = 1;

    /// <summary>Gets how much better the mean must be to count, in units of the loss. By default 0.</summary>
    /// <value>0 or above.</value>
    public double MinGain { get; init; }

    /// <summary>Gets how many of the best trials are confirmed by repeats. By default 3.</summary>
    /// <value>1 or above.</value>
    public int Candidates { get; init; } = 3;

    /// <summary>
    /// Gets how many pairs of evaluations, candidate and tuned values with the same new seed, a candidate has at first; where it looks better, four times
    /// as many decide. By default 5.
    /// </summary>
    /// <value>2 or above. One pair is enough where values repeat.</value>
    public int Repeats { get; init; } = 5;

    /// <summary>Gets how often something may be called better though nothing is, over all candidates. By default 0.01: one time in a hundred.</summary>
    /// <value>Above 0 and at most 0.2.</value>
    public double ErrorRate { get; init; } = 0.01;

    /// <summary>Gets how much better a value of an objective without noise must be, as a part of it. By default 1e-9.</summary>
    /// <value>0 or above.</value>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>Gets whether better values are a failure. By default true; where false, they are a warning in the output.</summary>
    public bool Fails { get; init; } = true;

    /// <summary>Throws where numbers break their rules.</summary>
    internal void Require(string study)
    {
        Violations found = new();
        double[] values = [Trials, Seed, MinGain, Candidates, Repeats, ErrorRate, Tolerance];
        foreach ((CheckNumber number, double value) in CheckNumber.OfChallenges.Zip(values))
        {
            found.Require(number.Holds(value), number.Name, value, number.Rule);
        }

        Searching.TestPlan.Require(study, found.Sentences);
    }
}
