using System.Globalization;
using Hypermax.Charts.Scales;

namespace Hypermax.Charts.Kinds;

/// <summary>Notes under titles.</summary>
internal static class Notes
{
    /// <summary>Says how many marks are drawn at the edge because they lie beyond the axis, or nothing.</summary>
    public static string? Beyond(Axis axis, ReadOnlySpan<double> values)
    {
        int beyond = Axes.CountBeyond(axis, values);
        return beyond == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{Count(beyond, "trial")} beyond the {axis.Title} axis, drawn at its edge");
    }

    /// <summary>Counts things in words: <c>1 trial</c>, <c>1,200 trials</c>.</summary>
    public static string Count(int count, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {thing}{(count == 1 ? string.Empty : "s")}");

    /// <summary>Joins notes.</summary>
    public static string? Join(params ReadOnlySpan<string?> notes)
    {
        List<string> present = [];
        foreach (string? note in notes)
        {
            if (note is not null)
            {
                present.Add(note);
            }
        }

        return present.Count == 0 ? null : string.Join("; ", present);
    }
}
