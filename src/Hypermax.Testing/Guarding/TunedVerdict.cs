using System.Globalization;
using Hypermax.Search;

namespace Hypermax.Testing;

/// <summary>What came of evaluating tuned values again.</summary>
/// <param name="Study">The name of the study.</param>
/// <param name="Recorded">The mean that the tuned file recorded.</param>
/// <param name="RecordedSpread">The standard deviation of the recorded values; 0 for an objective without noise.</param>
/// <param name="RecordedRepeats">How many values were recorded.</param>
/// <param name="Values">The values of today.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="HalfWidth">Half of the width of the interval that holds the mean with 95 % confidence; NaN where values do not spread.</param>
/// <param name="PValue">The probability of values this bad when nothing has got worse; 0 or 1 where values are compared exactly.</param>
/// <param name="IsWorse">Whether the values have got worse than they may.</param>
public sealed record TunedVerdict(
    string Study,
    double Recorded,
    double RecordedSpread,
    int RecordedRepeats,
    IReadOnlyList<double> Values,
    double Mean,
    double HalfWidth,
    double PValue,
    bool IsWorse)
{
    /// <summary>Gets recorded and new figures in one line.</summary>
    public override string ToString()
    {
        string recorded = RecordedSpread > 0
            ? FormattableString.Invariant($"{TrialText.Value(Recorded)} ± {TrialText.Value(RecordedSpread)} ({RecordedRepeats} evaluations)")
            : TrialText.Value(Recorded);
        string now = double.IsNaN(HalfWidth) || HalfWidth == 0
            ? FormattableString.Invariant($"{TrialText.Value(Mean)} in {Values.Count} of {Values.Count}")
            : string.Create(CultureInfo.InvariantCulture, $"{TrialText.Value(Mean)} (95 % interval {TrialText.Value(Mean - HalfWidth)} to "
                + $"{TrialText.Value(Mean + HalfWidth)}, {Values.Count} evaluations)");
        string test = PValue is 0 or 1 ? "compared exactly" : FormattableString.Invariant($"p = {PValue:G2}");
        return $"recorded {recorded}, now {now}, {test}";
    }
}
