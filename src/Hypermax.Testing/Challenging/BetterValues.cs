using System.Globalization;
using Hypermax.Errors;
using Hypermax.Search;

namespace Hypermax.Testing;

/// <summary>Values that are better than the tuned ones.</summary>
/// <param name="Tuned">The mean of the tuned values in the confirming evaluations.</param>
/// <param name="Found">The mean of the better ones, with the same seeds.</param>
/// <param name="Gain">How much better they are; above 0.</param>
/// <param name="HalfWidth">Half of the width of the interval that holds the gain with 95 % confidence; 0 where all pairs agree, NaN for one pair.</param>
/// <param name="PValue">The probability of such a gain where none of the candidates is better; 0 where values are compared exactly.</param>
/// <param name="Pairs">How many pairs of evaluations there were.</param>
/// <param name="Changes">The parameters that differ, such as <c>Depth 6 → 8</c>.</param>
/// <param name="Files">The better values as a tuned file, and the differences, as full paths.</param>
public sealed record BetterValues(
    double Tuned,
    double Found,
    double Gain,
    double HalfWidth,
    double PValue,
    int Pairs,
    IReadOnlyList<string> Changes,
    IReadOnlyList<string> Files)
{
    /// <summary>Gets the figures and the differences in one line.</summary>
    public override string ToString()
    {
        string interval = HalfWidth > 0
            ? string.Create(CultureInfo.InvariantCulture, $"95 % interval {TrialText.Value(Gain - HalfWidth)} to {TrialText.Value(Gain + HalfWidth)}, ")
            : string.Empty;
        string test = PValue == 0 ? "compared exactly" : FormattableString.Invariant($"p = {PValue:G2}");
        return string.Create(CultureInfo.InvariantCulture,
            $"{string.Join(", ", Changes)} gives {TrialText.Value(Found)} instead of {TrialText.Value(Tuned)} (better by {TrialText.Value(Gain)}, "
            + $"{interval}{Counted.Of(Pairs, "pair")} of evaluations), {test}");
    }
}
