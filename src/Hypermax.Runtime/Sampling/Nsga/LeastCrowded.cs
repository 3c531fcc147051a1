using Hypermax.Fronts;

namespace Hypermax.Sampling.Nsga;

/// <summary>Selects from the front that there is no room for as a whole: the rule of NSGA-II.</summary>
internal static class LeastCrowded
{
    /// <summary>Selects the rows of the last front with the largest crowding distances.</summary>
    /// <param name="losses">The losses of all rows.</param>
    /// <param name="fronts">The fronts, the last of which is selected from.</param>
    /// <param name="count">How many are selected.</param>
    public static int[] Select(LossTable losses, int[][] fronts, int count)
    {
        int[] last = fronts[^1];
        double[] distances = CrowdingDistance.Of(losses.Select(last));
        return [.. Enumerable.Range(0, last.Length).OrderByDescending(i => distances[i]).ThenBy(i => i).Take(count).Select(i => last[i])];
    }
}
