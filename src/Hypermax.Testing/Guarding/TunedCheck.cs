using Hypermax.Settings;

namespace Hypermax.Testing;

/// <summary>How tuned values are evaluated again.</summary>
public sealed record TunedCheck
{
    /// <summary>Gets how much worse than recorded the mean may be, in units of the loss. By default 0.</summary>
    /// <value>0 or above.</value>
    public double MaxLossIncrease { get; init; }

    /// <summary>Gets how often the point is evaluated. By default 5.</summary>
    /// <value>
    /// 2 or above. One evaluation is enough where the recorded value did not spread and is found again; where the first ones look worse
    /// than recorded, four times as many decide.
    /// </value>
    public int Repeats { get; init; } = 5;

    /// <summary>Gets how often the check may fail though nothing has got worse. By default 0.01: one time in a hundred.</summary>
    /// <value>Above 0 and at most 0.2.</value>
    public double ErrorRate { get; init; } = 0.01;

    /// <summary>
    /// Gets how far a value of an objective without noise may be from the recorded one, as a part of it. By default 1e-9, for processors whose last bits
    /// differ.
    /// </summary>
    /// <value>0 or above.</value>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>Throws where numbers break their rules.</summary>
    internal void Require(string study)
    {
        Violations found = new();
        double[] values = [MaxLossIncrease, Repeats, ErrorRate, Tolerance];
        foreach ((CheckNumber number, double value) in CheckNumber.OfGuards.Zip(values))
        {
            found.Require(number.Holds(value), number.Name, value, number.Rule);
        }

        Searching.TestPlan.Require(study, found.Sentences);
    }
}
