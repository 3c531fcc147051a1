using System.Globalization;
using System.Text.RegularExpressions;
using Hypermax.Errors;
using Hypermax.Settings;

namespace Hypermax.Fronts.Choosing;

/// <summary>Reads choices as people write them.</summary>
internal static partial class ChoiceText
{
    private const string Grammar =
        "A choice is knee, weights such as 0.7*Error + 0.3*Time, a limit such as Latency <= 20 (several with 'and' between), or the number of a trial";

    public static FrontChoice Parse(string text, IReadOnlyList<string> objectives, IReadOnlyList<string> constraints)
    {
        text = text.Trim();
        return text.Equals(FrontChoice.Knee, StringComparison.OrdinalIgnoreCase) ? new KneeChoice()
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? new TrialChoice(number)
            : text.Contains("<=", StringComparison.Ordinal) || text.Contains(">=", StringComparison.Ordinal) ? ParseLimits(text, objectives, constraints)
            : ParseWeights(text, objectives);
    }

    private static LimitChoice ParseLimits(string text, IReadOnlyList<string> objectives, IReadOnlyList<string> constraints)
    {
        if (!new BoundsRule().TryRead(text, out IReadOnlyList<BoundsText> bounds, out string? hint))
        {
            throw new ChoiceException($"'{text}' is no limit. {hint ?? Grammar + "."}");
        }

        // A figure that is both counts as the objective: it is the same number.
        string[] figures = [.. objectives, .. constraints.Except(objectives, StringComparer.OrdinalIgnoreCase)];
        return new LimitChoice([.. bounds.Select(bound =>
        {
            int figure = IndexOf(bound.Name, text, figures, figures.Length > objectives.Count ? "neither an objective nor a constraint" : "no objective");
            return (figure < objectives.Count ? figure : LimitChoice.OfConstraint, new OutcomeConstraint(figures[figure], bound.AtMost, bound.AtLeast));
        })]);
    }

    private static WeightChoice ParseWeights(string text, IReadOnlyList<string> objectives)
    {
        double[] weights = new double[objectives.Count];
        int place = 0;
        while (place < text.Length || place == 0)
        {
            Match term = Term().Match(text, place);
            if (!term.Success || (place > 0 && !term.Groups["plus"].Success))
            {
                throw new ChoiceException(string.Create(
                    CultureInfo.InvariantCulture, $"'{text}' cannot be understood from '{text[place..].Trim()}' on, at position {place + 1}. {Grammar}."));
            }

            double weight = term.Groups["weight"] is { Success: true } given ? double.Parse(given.ValueSpan, CultureInfo.InvariantCulture) : 1;
            weights[IndexOf(term.Groups["name"].Value, text, objectives, "no objective")] += weight;
            place = term.Index + term.Length;
        }

        return weights.Sum() > 0 ? new WeightChoice(weights, text) : throw new ChoiceException($"'{text}' weighs nothing. {Grammar}.");
    }

    private static int IndexOf(string name, string text, IReadOnlyList<string> figures, string otherwise)
    {
        for (int i = 0; i < figures.Count; i++)
        {
            if (string.Equals(figures[i], name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        string known = NearestName.Of(name, figures) is { } nearest ? $"did you mean '{nearest}'?" : $"they are {string.Join(", ", figures)}.";
        int position = text.IndexOf(name, StringComparison.Ordinal) + 1;
        throw new ChoiceException(string.Create(
            CultureInfo.InvariantCulture, $"'{name}', at position {position}, is {otherwise}; {known}"));
    }

    [GeneratedRegex(
        @"\G\s*(?<plus>\+)?\s*(?:(?<weight>\d*\.?\d+(?:[eE][+-]?\d+)?)\s*\*\s*)?(?:'(?<name>[^']+)'|(?<name>[\p{L}_][\p{L}\p{N}_.]*))\s*",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Term();
}
