using System.Globalization;
using System.Text.RegularExpressions;

namespace Hypermax.Settings;

/// <summary>The figures that must stay within bounds: <c>p99&lt;=20 accuracy&gt;=0.9</c>.</summary>
internal sealed class BoundsRule() : Rule<IReadOnlyList<BoundsText>>("bounds as NAME<=NUMBER or NAME>=NUMBER, with blanks, commas or semicolons between them")
{
    private const string Number = @"[+-]?\d*\.?\d+(?:[eE][+-]?\d+)?";

    private static readonly Regex Term = new(
        $@"\G(?:[\s,;'""]|and\b)*(?:(?<low>{Number})\s*<=\s*)?(?<name>[^\s,;:<>=*+'""]+)\s*(?:(?<sign><=|>=)\s*(?<bound>{Number})(?=[\s,;'""]|$))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    private static readonly char[] Separators = [' ', ',', ';', '\'', '"'];

    public override bool TryRead(string text, out IReadOnlyList<BoundsText> value, out string? hint)
    {
        Dictionary<string, BoundsText> found = new(StringComparer.OrdinalIgnoreCase);
        value = [];
        int place = 0;
        string rest = text.TrimEnd(Separators);
        while (place < rest.Length)
        {
            Match term = Term.Match(rest, place);
            if (!term.Success || !(term.Groups["low"].Success || term.Groups["sign"].Success))
            {
                hint = $"'{rest.Substring(place).Trim(Separators)}' begins with no bound.";
                return false;
            }

            (double most, double least) = Bounds(term);
            string name = term.Groups["name"].Value;
            if (found.TryGetValue(name, out BoundsText? before))
            {
                (most, least) = (Math.Min(most, before.AtMost), Math.Max(least, before.AtLeast));
            }

            found[name] = new BoundsText(before?.Name ?? name, most, least);
            place = term.Index + term.Length;
        }

        BoundsText? impossible = found.Values.FirstOrDefault(bounds => bounds.AtLeast > bounds.AtMost);
        hint = impossible is null ? null : $"No value of '{impossible.Name}' keeps {impossible}.";
        value = [.. found.Values];
        return found.Count > 0 && hint is null;
    }

    public override string Write(IReadOnlyList<BoundsText> value) => string.Join(" ", value);

    private static (double Most, double Least) Bounds(Match term)
    {
        double most = double.PositiveInfinity;
        double least = term.Groups["low"].Success ? Read(term.Groups["low"]) : double.NegativeInfinity;
        if (term.Groups["sign"].Value == "<=")
        {
            most = Read(term.Groups["bound"]);
        }
        else if (term.Groups["sign"].Success)
        {
            least = Math.Max(least, Read(term.Groups["bound"]));
        }

        return (most, least);
    }

    private static double Read(Group group) => double.Parse(group.Value, NumberStyles.Float, CultureInfo.InvariantCulture);
}
