using Hypermax.Numerics;
using Hypermax.Sampling.Atpe.Statistics;
using Hypermax.Trials;

namespace Hypermax.Sampling.Atpe.Filtering;

/// <summary>Leaves some trials out of the history, each by a draw of its own.</summary>
/// <param name="Mode">Which trials are left out.</param>
/// <param name="Amount">The probability to keep one, or the factor of its age or rank.</param>
internal readonly record struct TrialFilter(TrialFilterMode Mode, double Amount)
{
    /// <summary>Gets the probability with which a trial is kept.</summary>
    /// <param name="age">Its place in the history, 0 for the oldest.</param>
    /// <param name="rank">Its place by loss, 0 for the best.</param>
    /// <param name="count">The number of trials.</param>
    public double KeepProbability(int age, int rank, int count) => Math.Clamp(
        Mode switch
        {
            TrialFilterMode.Random => Amount,
            TrialFilterMode.Age => Amount * age / count,
            TrialFilterMode.LossRank => Amount * (1 - ((double)rank / count)),
            _ => 1,
        },
        0,
        1);

    /// <summary>Gets the history without the trials that are left out; the history itself when none is.</summary>
    /// <param name="trials">The history.</param>
    /// <param name="leastLeft">How many of the best are kept whatever is drawn, so that the estimator has something to go by; the best always is.</param>
    /// <param name="stream">Where the draws come from: one for every trial.</param>
    public TrialHistory Apply(RankedTrials trials, int leastLeft, SeedStream stream)
    {
        if (Mode == TrialFilterMode.None)
        {
            return trials.History;
        }

        bool[] isKept = Draw(trials, leastLeft, stream);
        TrialHistory all = trials.History;
        TrialHistory kept = new(all.ParameterCount);
        double[] vector = new double[all.ParameterCount];
        for (int row = 0; row < isKept.Length; row++)
        {
            if (isKept[row])
            {
                all.CopyRow(row, vector);
                kept.Add(all.Numbers[row], vector, all.Losses[row], all.States[row]);
            }
        }

        return kept.Count == all.Count ? all : kept;
    }

    private bool[] Draw(RankedTrials trials, int leastLeft, SeedStream stream)
    {
        int count = trials.History.Count;
        int[] ranks = new int[count];
        for (int rank = 0; rank < count; rank++)
        {
            ranks[trials.Order[rank]] = rank;
        }

        bool[] isKept = new bool[count];
        int left = 0;
        for (int row = 0; row < count; row++)
        {
            isKept[row] = stream.NextDouble() < KeepProbability(row, ranks[row], count) || ranks[row] == 0;
            left += isKept[row] ? 1 : 0;
        }

        for (int rank = 0; rank < count && left < leastLeft; rank++)
        {
            int row = trials.Order[rank];
            left += isKept[row] ? 0 : 1;
            isKept[row] = true;
        }

        return isKept;
    }
}
