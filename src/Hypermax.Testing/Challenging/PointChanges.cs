using Hypermax.Search;
using Hypermax.Spaces;

namespace Hypermax.Testing.Challenging;

/// <summary>Says which parameters of two points differ.</summary>
internal static class PointChanges
{
    private const string Absent = "(none)";

    /// <summary>Gets the differences as people read them: <c>Depth 6 → 8</c>.</summary>
    public static IReadOnlyList<string> Of(SearchSpace space, Point before, Point after) =>
        [.. Differing(space, before, after).Select(i => $"{space.Parameters[i].Name} {Short(space, before, after, i)}")];

    /// <summary>Gets the differences as lines of a diff, with all digits.</summary>
    public static IEnumerable<string> Lines(SearchSpace space, Point before, Point after) => Differing(space, before, after).SelectMany(i =>
        new[] { $"-{space.Parameters[i].Name} = {Full(space, before, i)}", $"+{space.Parameters[i].Name} = {Full(space, after, i)}" });

    private static IEnumerable<int> Differing(SearchSpace space, Point before, Point after) =>
        Enumerable.Range(0, space.Count).Where(i => !before[i].Equals(after[i]));

    private static string Short(SearchSpace space, Point before, Point after, int i)
    {
        bool isContinuous = space.Parameters[i] is NumericParameter { IsInteger: false, Step: null };
        string Text(Point point) => isContinuous && !double.IsNaN(point[i]) ? TrialText.Value(point[i]) : Full(space, point, i);
        return Text(before) == Text(after) ? $"{Full(space, before, i)} → {Full(space, after, i)}" : $"{Text(before)} → {Text(after)}";
    }

    private static string Full(SearchSpace space, Point point, int i) => double.IsNaN(point[i]) ? Absent : PointJson.ToText(space.Parameters[i], point[i]);
}
