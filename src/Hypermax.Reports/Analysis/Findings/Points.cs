using System.Runtime.InteropServices;

namespace Hypermax.Analysis.Findings;

/// <summary>Finds trials of the same point.</summary>
internal static class Points
{
    /// <summary>Gets the points that several trials have, each with its trials; points and trials in trial order.</summary>
    /// <remarks>Takes a few bytes for each trial and a list for each repeated point: of a million trials few are repeats.</remarks>
    /// <param name="trials">The trials.</param>
    public static IReadOnlyList<List<int>> Repeated(IReadOnlyList<TrialRecord> trials)
    {
        Dictionary<int, int> firstOf = new(trials.Count, new SamePoint(trials));
        SortedDictionary<int, List<int>> groups = [];
        for (int i = 0; i < trials.Count; i++)
        {
            if (firstOf.TryAdd(i, i))
            {
                continue;
            }

            int first = firstOf[i];
            if (!groups.TryGetValue(first, out List<int>? group))
            {
                groups.Add(first, group = [first]);
            }

            group.Add(i);
        }

        return [.. groups.Values];
    }

    /// <summary>Compares trials by the bits of their vectors: every NaN here is the same NaN.</summary>
    private sealed class SamePoint(IReadOnlyList<TrialRecord> trials) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => Bytes(x).SequenceEqual(Bytes(y));

        public int GetHashCode(int row)
        {
            HashCode hash = default;
            hash.AddBytes(Bytes(row));
            return hash.ToHashCode();
        }

        private ReadOnlySpan<byte> Bytes(int row) => MemoryMarshal.AsBytes<double>(trials[row].Point);
    }
}
