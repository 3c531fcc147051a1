using Hypermax.Numerics;
using Hypermax.Trials;

namespace Hypermax.Sampling.Auto;

/// <summary>What each member of the portfolio has earned in a study, and the share of proposals that follows from it.</summary>
/// <remarks>
/// <para>A member earns by a trial that improves on the best loss before it, by more than a ten-thousandth of that loss's
/// distance from the median. Its rate is the earning part of its trials, of late, with a few trials assumed beforehand;
/// shares go with rate^1.5, and no member's falls below a least one.</para>
/// <para>Who proposed a trial is not stored: the draw of the trial's number and the shares before it say so. All is
/// therefore a function of the seed and the first rows of a history. Where trials run at the same time the shares at the
/// time of asking were those of fewer rows, and now and then a trial is credited to the wrong member.</para>
/// </remarks>
/// <param name="rates">The rate that is assumed of each member beforehand; the first is the one that needs a model.</param>
internal sealed class MemberCredit(double[] rates)
{
    private const double LeastGain = 1e-4;
    private const double Assumed = 3;
    private const double Memory = 0.96;
    private const double Power = 1.5;
    private const double LeastShare = 0.04;
    private const double LeastShareOfModel = 0.15;
    private readonly double[] _earned = new double[rates.Length];
    private readonly double[] _tried = new double[rates.Length];
    private readonly List<double> _sorted = [];
    private int _rows;

    /// <summary>Takes in the rows added since.</summary>
    /// <param name="history">The history; always the same.</param>
    /// <param name="seed">The seed of the study.</param>
    /// <param name="startup">The number of trials at the start that no member proposed.</param>
    /// <param name="modelTrials">The number of trials up to which the first member takes part.</param>
    public void Update(TrialHistory history, long seed, int startup, int modelTrials)
    {
        for (; _rows < history.Count; _rows++)
        {
            int number = history.Numbers[_rows];
            double loss = history.Losses[_rows];
            if (number >= startup)
            {
                Credit(Choose(seed, number, _rows < modelTrials).Member, IsGain(loss));
            }

            if (double.IsFinite(loss))
            {
                int place = _sorted.BinarySearch(loss);
                _sorted.Insert(place < 0 ? ~place : place, loss);
            }
        }
    }

    /// <summary>Chooses the member that proposes a trial.</summary>
    /// <param name="seed">The seed of the study.</param>
    /// <param name="trial">The number of the trial.</param>
    /// <param name="hasModel">Whether the first member takes part.</param>
    /// <returns>The member and the share of proposals it has now.</returns>
    public (int Member, double Share) Choose(long seed, int trial, bool hasModel)
    {
        double[] shares = Shares(hasModel);
        double draw = new SeedStream(seed, trial, "auto/choice").NextDouble();
        int member = 0;
        for (double sum = shares[0]; member < shares.Length - 1 && draw >= sum; sum += shares[member])
        {
            member++;
        }

        return (member, shares[member]);
    }

    // Halved before they are subtracted, so that no two losses are further apart than a double can tell.
    private bool IsGain(double loss) => double.IsFinite(loss) && _sorted.Count > 0
        && (_sorted[0] / 2) - (loss / 2) > LeastGain * ((_sorted[_sorted.Count / 2] / 2) - (_sorted[0] / 2));

    private void Credit(int member, bool isGain)
    {
        for (int m = 0; m < rates.Length; m++)
        {
            _tried[m] *= Memory;
            _earned[m] *= Memory;
        }

        _tried[member]++;
        _earned[member] += isGain ? 1 : 0;
    }

    private double[] Shares(bool hasModel)
    {
        double[] shares = new double[rates.Length];
        int first = hasModel ? 0 : 1;
        double total = 0;
        for (int m = first; m < shares.Length; m++)
        {
            shares[m] = Math.Pow((_earned[m] + (Assumed * rates[m])) / (_tried[m] + Assumed), Power);
            total += shares[m];
        }

        double given = ((shares.Length - 1) * LeastShare) + (hasModel ? LeastShareOfModel : 0);
        for (int m = first; m < shares.Length; m++)
        {
            shares[m] = (shares[m] / total * (1 - given)) + (m == 0 ? LeastShareOfModel : LeastShare);
        }

        return shares;
    }
}
