using Hypermax.Convergence.Problems;
using Hypermax.Numerics;
using Hypermax.Sampling.Atpe.Learned;

namespace Hypermax.MetaTraining.Recording;

/// <summary>Searches a problem under changing actions and tries every action from snapshots on the way.</summary>
/// <remarks>A function of the problem and the number of the history. Repeats of different actions share their random numbers.</remarks>
internal static class Rollouts
{
    private const double SameAgain = 0.3;
    private static readonly int[] Marks = [10, 15, 23, 34, 51, 77];

    /// <summary>Gets the contexts and the advantages of all actions.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="history">The number of the history.</param>
    /// <param name="repeats">How often each action is tried from each snapshot.</param>
    public static IEnumerable<(double[] Context, double[] Advantages)> Of(Problem problem, int history, int repeats)
    {
        SeedStream stream = new(history, 0, "history/" + problem.Name);
        Snapshot snapshot = new(problem);
        PolicyAction action = PolicyAction.All[0];
        foreach (int mark in Marks)
        {
            action = stream.NextDouble() < SameAgain ? action : PolicyAction.All[stream.NextInt(PolicyAction.All.Count)];
            snapshot.Continue(action, mark, (1000 * history) + 7);
            if (snapshot.Count < mark)
            {
                yield break;
            }

            double[] logs = [.. PolicyAction.All.Select(tried => Mean(snapshot, tried, history, repeats))];
            double mean = logs.Average();
            yield return (snapshot.Context(), [.. logs.Select(log => mean - log)]);
        }
    }

    private static double Mean(Snapshot start, PolicyAction action, int history, int repeats)
    {
        double sum = 0;
        for (int repeat = 0; repeat < repeats; repeat++)
        {
            Snapshot copy = start.Copy();
            copy.Continue(action, start.Count + Math.Max(8, start.Count / 3), (1000 * history) + 100 + repeat);
            sum += copy.LogRegret;
        }

        return sum / repeats;
    }
}
