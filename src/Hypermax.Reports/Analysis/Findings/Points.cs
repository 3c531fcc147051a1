using System.Runtime.InteropServices;

namespace Hypermax.Analysis.Findings;

/// <summary>Groups trials of the same point.</summary>
internal static class Points
{
    /// <summary>Groups trials by their point, groups and members in trial order.</summary>
    public static IEnumerable<List<int>> Group(IReadOnlyList<TrialRecord> trials)
    {
        Dictionary<string, List<int>> groups = new(StringComparer.Ordinal);
        for (int i = 0; i < trials.Count; i++)
        {
            // The bytes of the vector as a key: every NaN here is the same NaN.
            string key = new(MemoryMarshal.Cast<double, char>(trials[i].Vector));
            if (!groups.TryGetValue(key, out List<int>? group))
            {
                groups.Add(key, group = []);
            }

            group.Add(i);
        }

        return groups.Values;
    }
}
