using Hypermax.Charts.Scales;
using Hypermax.Reports;

namespace Hypermax.Charts.Kinds;

/// <summary>What single-parameter charts and matrices show of a trial: its value or its time.</summary>
/// <param name="Name">The name in tables and on axes.</param>
/// <param name="Key">For each complete trial, the number of which smaller is better.</param>
/// <param name="Order">The complete trials by their key, smallest first.</param>
/// <param name="Sign">What the key is multiplied by to be shown.</param>
internal sealed record Measure(string Name, IReadOnlyList<double> Key, IReadOnlyList<int> Order, double Sign)
{
    public static Measure Loss(StudyData data) => new(data.ValueName, data.Losses, data.RowsByLoss, data.Sign);

    public static Measure Time(StudyData data) => new("time", data.Seconds, data.RowsBySeconds, 1);

    public string Title => Name == "time" ? "time [s]" : Name;

    public string Capital => SliceChart.Capital(Name);

    /// <summary>Makes the axis for values as they are shown.</summary>
    public Axis ToAxis(ReadOnlySpan<double> shown) => Axes.OfObjective(Title, shown, Sign);
}
