using Hypermax.Numerics;

namespace Hypermax.Sampling.GaussianProcess;

/// <summary>Simulates a longer search on functions that may be the true one, drawn from a model of the finished trials.</summary>
/// <remarks>
/// <para>Candidates are the points that a search would come to: those that a lower confidence bound likes among draws from the space and around the
/// best trials, and some of the others. For each of 64 functions a search by expected improvement goes over the candidates; what it has found
/// after some trials is the distribution that is told.</para>
/// <para>Eight sets of hyperparameters are drawn where the sampler would draw them, and deviations are widened by how much the model errs about trials that
/// it has not seen (<see cref="GpPosterior.Surprise"/>), so that intervals do not rest on one fit that is too sure of itself. Deterministic.</para>
/// </remarks>
internal sealed class SearchSimulation
{
    /// <summary>Fewer trials with a loss than this say too little.</summary>
    public const int LeastTrials = 20;

    /// <summary>No longer search is simulated.</summary>
    public const int MostMore = 200;

    private const int Fits = 8;
    private const int Functions = 8;
    private const int Candidates = 300;
    private const int Draws = 2000;
    private const int DrawsNear = 150;
    private const int Rounds = 20;
    private const double Deviations = 1.645;

    private readonly GpEngine _engine = new(new GpOptions());

    /// <summary>Gets the skill that a model must have; with few trials some comes about by chance.</summary>
    /// <param name="trials">The number of trials.</param>
    public static double LeastSkill(int trials) => Math.Max(0.1, 2 / Math.Sqrt(trials));

    /// <summary>Simulates.</summary>
    /// <param name="context">The history and the space, with at least <see cref="LeastTrials"/> usable trials; fixed values are held.</param>
    /// <param name="more">How many more trials, at most <see cref="MostMore"/>.</param>
    public SearchForecast Run(SamplerContext context, int more)
    {
        GpView view = _engine.Look(context);
        double spread = Math.Max(1, view.Posterior.Surprise);
        List<double[]> centres = [.. Centres(context, view)];
        (double[] point, List<double[]> points) = Search(context, view, spread, centres);
        (double mean, double deviation) = Predict(view, point);
        deviation *= spread;
        int[] steps = [.. ((int[])[more / 4, more / 2, more]).Where(step => step > 0).Distinct()];
        List<double>[] found = [.. steps.Select(_ => new List<double>())];
        List<double> floors = [];
        for (int fit = 0; fit < Fits; fit++)
        {
            GpView drawn = _engine.Look(At(context, fit), draws: true);
            Simulate(drawn.Posterior, points, centres.Count > 0, steps, found, floors, new SeedStream(context.Seed, fit, "gp/simulation"));
        }

        return new SearchForecast(
            view.Rows.Length,
            view.Skill,
            view.Scale.ToSpread(Math.Sqrt(view.Posterior.Noise)),
            centres.Count > 0 ? view.Scale.ToLoss(Predict(view, centres[0]).Mean) : null,
            [.. steps.Select((step, i) => new ForecastStep(step, ToLoss(view, Interval.Of(found[i]))))],
            ToLoss(view, Interval.Of(floors)),
            point,
            ToLoss(view, new Interval(mean - (Deviations * deviation), mean, mean + (Deviations * deviation))));
    }

    // The best finished trials that have the fixed values, the best first.
    private static IEnumerable<double[]> Centres(SamplerContext context, GpView view) =>
        view.Posterior.Lowest(view.Rows.Length, view.Rows.Length).Select(row => Row(context, view.Rows[row])).Where(row => IsAllowed(context, row)).Take(5);

    // The point with the lowest mean, and the candidates of the simulated search, the best finished trials first.
    private static (double[] Best, List<double[]> Points) Search(SamplerContext context, GpView view, double spread, List<double[]> centres)
    {
        CandidateDraws draws = new(context, context.Stream("gp/simulation"));
        List<double[]> drawn = [.. Enumerable.Range(0, Draws).Select(_ => draws.Anywhere())];
        foreach (double[] centre in centres.Count > 0 ? centres : [Lowest(drawn)])
        {
            drawn.AddRange(Enumerable.Range(0, DrawsNear).Select(_ => draws.Near(centre)));
        }

        double[] best = Lowest([.. centres, .. drawn]);
        double lowest = Predict(view, best).Mean;
        for (int round = 0; round < Rounds; round++)
        {
            double[] next = Lowest([.. Enumerable.Range(0, DrawsNear).Select(_ => draws.Near(best))]);
            double mean = Predict(view, next).Mean;
            (best, lowest) = mean < lowest ? (next, mean) : (best, lowest);
        }

        IEnumerable<double[]> liked = drawn.OrderBy(Bound).Take(Candidates * 2 / 3);
        IEnumerable<double[]> others = liked.Concat(drawn.Take(Candidates / 3)).DistinctBy(vector => string.Join(' ', vector), StringComparer.Ordinal);
        List<double[]> points = [.. centres, best, .. others];
        return (best, points);

        double[] Lowest(List<double[]> among) => among.MinBy(candidate => Predict(view, candidate).Mean)!;

        double Bound(double[] candidate)
        {
            (double mean, double deviation) = Predict(view, candidate);
            return mean - (2 * spread * deviation);
        }
    }

    private static void Simulate(
        GpPosterior posterior, List<double[]> points, bool isFirstTried, int[] steps, List<double>[] found, List<double> floors, SeedStream stream)
    {
        double spread = Math.Max(1, posterior.Surprise);
        GpJoint joint = posterior.Jointly(points);
        double[][] covariance = joint.Covariance(spread);
        for (int function = 0; function < Functions; function++)
        {
            double[] truth = joint.Draw(stream, spread);
            SimulatedSearch search = new([.. joint.Means], covariance, posterior.Noise, isFirstTried ? joint.Means[0] : joint.Means.Max());
            double best = isFirstTried ? truth[0] : double.PositiveInfinity;
            int done = 0;
            for (int i = 0; i < steps.Length; i++)
            {
                for (; done < steps[i] && search.Next() is { } next; done++)
                {
                    best = Math.Min(best, truth[next]);
                    search.Tell(next, truth[next] + (Math.Sqrt(posterior.Noise) * stream.NextNormal()));
                }

                found[i].Add(best);
            }

            floors.Add(Math.Min(best, truth.Min()));
        }
    }

    private static double[] Row(SamplerContext context, int row)
    {
        double[] vector = new double[context.Geometry.Count];
        context.History.CopyRow(row, vector);
        return vector;
    }

    private static bool IsAllowed(SamplerContext context, double[] vector) =>
        !Enumerable.Range(0, vector.Length).Any(i => context.Fixed[i] is double value && !double.IsNaN(vector[i]) && vector[i] != value);

    private static (double Mean, double Deviation) Predict(GpView view, double[] point)
    {
        Span<double> row = stackalloc double[view.Features.Count];
        view.Features.Write(point, row);
        (double mean, double variance) = view.Posterior.Predict(row);
        return (mean, Math.Sqrt(variance));
    }

    private static Interval ToLoss(GpView view, Interval value) =>
        new(view.Scale.ToLoss(value.Low), view.Scale.ToLoss(value.Middle), view.Scale.ToLoss(value.High));

    // Each with a stream of its own for its hyperparameters.
    private static SamplerContext At(SamplerContext context, int fit) => new()
    {
        Geometry = context.Geometry,
        History = context.History,
        TrialNumber = context.TrialNumber + fit,
        Seed = context.Seed,
        Fixed = context.Fixed,
    };
}
