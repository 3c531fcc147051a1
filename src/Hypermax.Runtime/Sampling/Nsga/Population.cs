using Hypermax.Fronts;
using Hypermax.Numerics;
using Hypermax.Sampling.Several;

namespace Hypermax.Sampling.Nsga;

/// <summary>The rows that parents are chosen from, and how good each is: its front, then how lonely it is there.</summary>
/// <param name="Rows">The rows of the history.</param>
/// <param name="Ranks">The number of the front of each; infeasible rows come after all fronts, each by itself.</param>
/// <param name="Distances">How lonely each is.</param>
internal sealed record Population(int[] Rows, int[] Ranks, double[] Distances)
{
    /// <summary>Takes the best rows: whole fronts as long as there is room, and of the next one those that a rule selects.</summary>
    public static Population Of(FeasibleFronts sorted, int size, Func<LossTable, int[][], int, int[]> select)
    {
        List<int> rows = [];
        List<int> ranks = [];
        List<double> distances = [];
        for (int rank = 0; rank < sorted.Fronts.Length && rows.Count < size; rank++)
        {
            int[] front = sorted.Fronts[rank];
            int[] kept = rows.Count + front.Length <= size ? front : select(sorted.Losses, sorted.Fronts[..(rank + 1)], size - rows.Count);
            rows.AddRange(kept);
            ranks.AddRange(kept.Select(_ => rank));
            distances.AddRange(CrowdingDistance.Of(sorted.Losses.Select(kept)));
        }

        foreach (int row in sorted.Infeasible.Take(size - rows.Count))
        {
            ranks.Add(sorted.Fronts.Length + rows.Count);
            rows.Add(row);
            distances.Add(0);
        }

        return new Population([.. rows], [.. ranks], [.. distances]);
    }

    /// <summary>Draws two members and gets the better one.</summary>
    public int Winner(SeedStream stream)
    {
        int left = stream.NextInt(Rows.Length);
        int right = stream.NextInt(Rows.Length);
        bool isLeft = Ranks[left] != Ranks[right] ? Ranks[left] < Ranks[right] : Distances[left] >= Distances[right];
        return Rows[isLeft ? left : right];
    }
}
