using Hypermax.Numerics;
using Hypermax.Sampling.Distinct;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Sampling.Tpe;

/// <summary>Decides one parameter after the other, each by its own densities: Hyperopt's way.</summary>
internal sealed class OneByOneSearch : CandidateSearch
{
    private readonly OneByOneMixture _good;
    private readonly OneByOneMixture _bad;

    private OneByOneSearch(TpeModel model, TpeOptions options)
        : base(model, options) => (_good, _bad) = ((OneByOneMixture)model.Good, (OneByOneMixture)model.Bad);

    public static OneByOneSearch Create(SpaceGeometry geometry, TrialHistory history, TpeOptions options) =>
        new(new TpeModel(geometry, history, options, (rows, exponent) => new OneByOneMixture(rows, options, exponent)), options);

    /// <inheritdoc/>
    protected override double Search(SamplerContext context, DistinctPoints distinct, SeedStream stream)
    {
        double sum = 0;
        for (int d = 0; d < Vector.Length; d++)
        {
            sum += SearchOne(context, d, stream);
        }

        return sum;
    }

    private double SearchOne(SamplerContext context, int d, SeedStream stream)
    {
        double total = ShareOut(d);
        (double value, double place, double best) = (double.NaN, double.NaN, double.NegativeInfinity);
        for (int candidate = 0; candidate < Options.Candidates; candidate++)
        {
            Decide(context, d, DrawKernel(total, stream), stream);
            if (double.IsNaN(Vector[d]))
            {
                Best[d] = double.NaN;
                return 0;
            }

            double score = _good.LogDensity(Point, d, Query) - _bad.LogDensity(Point, d, Query);
            if (candidate == 0 || score > best)
            {
                (value, place, best) = (Vector[d], Point[d], score);
            }
        }

        (Best[d], Vector[d], Point[d]) = (value, value, place);
        return best;
    }

    // By its weight, where its trial has the parameter.
    private double ShareOut(int dimension)
    {
        Span<double> shares = Shares();
        double total = 0;
        for (int slot = 0; slot < shares.Length; slot++)
        {
            shares[slot] = _good.Table.Precision(slot, dimension) > 0 ? _good.WeightOf(slot) : 0;
            total += shares[slot];
        }

        return total + _good.PriorOf(dimension);
    }
}
