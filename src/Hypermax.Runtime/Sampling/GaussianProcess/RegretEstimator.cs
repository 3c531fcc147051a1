using Hypermax.Numerics;

namespace Hypermax.Sampling.GaussianProcess;

/// <summary>Estimates from a history how much better than the best trial any point of the space could be.</summary>
/// <remarks>
/// <para>Makarova et al. 2022, "Automatic termination for hyperparameter optimization", equation 3: the lowest upper
/// confidence bound at a finished trial minus the lowest lower confidence bound of the space, with
/// β = (2/5)·log(D·n²·π²/(6·0.1)). The space is searched with draws from its laws and around the best points.</para>
/// <para>A function of the history alone; keeps the model of the history it saw last. Costs about as much as a proposal of
/// <see cref="GpSampler"/>. Not safe to share between threads.</para>
/// </remarks>
internal sealed class RegretEstimator
{
    private const int Least = 20;
    private const int Draws = 2000;
    private const int DrawsNear = 200;
    private readonly GpEngine _engine = new(new GpOptions());

    /// <summary>Estimates.</summary>
    /// <param name="context">The history and the space; running trials are left out.</param>
    /// <returns>The estimate, or null below twenty trials with a loss, when a model would guess.</returns>
    public RegretEstimate? Estimate(SamplerContext context)
    {
        if (context.History.UsableCount < Least)
        {
            return null;
        }

        SamplerContext alone = new()
        {
            Geometry = context.Geometry,
            History = context.History,
            TrialNumber = context.History.Count,
            Seed = 0,
            Fixed = context.Fixed,
        };
        GpView view = _engine.Look(alone);
        double n = context.History.Count;
        double root = Math.Sqrt(0.4 * Math.Log(Math.Max(1, context.Geometry.Count) * n * n * Math.PI * Math.PI / 0.6));
        CandidateDraws draws = new(alone, new SeedStream(0, 0, "gp/regret"));
        List<double[]> points = [];
        double upper = double.PositiveInfinity;
        foreach (int row in view.Posterior.Lowest(5, view.Rows.Length))
        {
            double[] best = new double[context.Geometry.Count];
            context.History.CopyRow(view.Rows[row], best);
            upper = Math.Min(upper, Bound(view, best, root));
            points.Add(best);
            points.AddRange(Enumerable.Range(0, DrawsNear).Select(_ => draws.Near(best)));
        }

        points.AddRange(Enumerable.Range(0, Draws).Select(_ => draws.Anywhere()));
        double lower = points.Min(point => Bound(view, point, -root));
        return new RegretEstimate(Math.Max(0, view.Scale.ToSpread(upper - lower)), view.Scale.ToSpread(Math.Sqrt(view.Posterior.Noise)), view.Skill);
    }

    private double Bound(GpView view, double[] point, double deviations)
    {
        Span<double> row = stackalloc double[view.Features.Count];
        view.Features.Write(point, row);
        (double mean, double variance) = view.Posterior.Predict(row);
        return mean + (deviations * Math.Sqrt(variance));
    }
}
