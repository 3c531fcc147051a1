using Hypermax.Convergence.Population.Families;
using Hypermax.Convergence.Population.Landscapes;
using Hypermax.Convergence.Population.Models;
using Hypermax.Convergence.Problems;

namespace Hypermax.Convergence.Population.Curves;

/// <summary>Problems whose trials may run at a part of their budget: some tell the truth early, some mislead, some are real models.</summary>
internal static class CurveFamilies
{
    private const int Whole = LearningCurves.Whole;

    public static IReadOnlyList<Family> All { get; } =
    [
        new("truthful", Split.Train, "a power law above the final loss: early losses tell the truth", Truthful),
        new("slow", Split.Train, "slow rates end best, so that early losses mislead among the good", Slow),
        new("descent-epochs", Split.Train, "a linear model trained by gradient descent, epoch by epoch", DescentModel.MakeCurves),
        new("overfitting", Split.Validate, "curves turn up again, the sooner the faster they fell", Overfitting),
        new("late", Split.Validate, "nothing happens until a step that depends on the point", Late),
        new("annealed", Split.Test, "rates that fall at the end: the boldest are worst until shortly before it", Annealed),
        new("sizes", Split.Test, "small models are good at once and cheap, large ones end best", Sizes),
        new("network-epochs", Split.Test, "a small network trained with momentum, epoch by epoch", SmallNetwork.MakeCurves),
        new("boosting-rounds", Split.Test, "boosted trees, round by round", BoostedTrees.MakeCurves),
    ];

    private static Problem Truthful(Draws draws)
    {
        (Coordinates space, Func<double[], double> floor) = Landscape(draws, 3, 6);
        int bent = draws.Whole(0, space.Count - 1);
        double height = draws.Uniform(0.3, 1);
        double power = draws.Uniform(0.3, 0.6);
        return Make(draws, space, (place, curve) =>
        {
            double end = floor(place);
            double fall = power + (0.2 * place[bent]);
            for (int b = 1; b <= Whole; b++)
            {
                curve[b - 1] = end + (height * (Math.Pow(b, -fall) - Math.Pow(Whole, -fall)));
            }
        });
    }

    private static Problem Slow(Draws draws)
    {
        (Coordinates space, Func<double[], double> rest) = Landscape(draws, 3, 6);
        int rate = draws.Whole(0, space.Count - 1);
        double depth = draws.Uniform(0.5, 1.5);
        double best = draws.Uniform(0.1, 0.4);
        double height = draws.Uniform(1, 3);
        double slowest = draws.Uniform(2.5, 6);
        double span = draws.Uniform(1, 2);
        return Make(draws, space, (place, curve) =>
        {
            double beyond = Math.Max(0, place[rate] - best);
            double end = (0.5 * rest(place)) + (depth * Math.Pow(beyond, 1.4));
            double speed = slowest * Math.Pow(10, span * (place[rate] - best));
            for (int b = 1; b <= Whole; b++)
            {
                curve[b - 1] = end + (height * Math.Exp(-speed * b / Whole));
            }
        });
    }

    private static Problem Overfitting(Draws draws)
    {
        (Coordinates space, Func<double[], double> rest) = Landscape(draws, 3, 7);
        int speed = draws.Whole(0, space.Count - 1);
        int guard = (speed + 1) % space.Count;
        double height = draws.Uniform(0.5, 1.5);
        double rise = draws.Uniform(0.2, 1);
        return Make(draws, space, (place, curve) =>
        {
            double rate = 2 * Math.Pow(10, 1.3 * place[speed]);
            double turn = rise * place[speed] * (1 - place[guard]);
            for (int b = 1; b <= Whole; b++)
            {
                double t = (double)b / Whole;
                curve[b - 1] = rest(place) + (height * Math.Exp(-rate * t)) + (turn * Math.Pow(t, 1.5));
            }
        });
    }

    private static Problem Late(Draws draws)
    {
        (Coordinates space, Func<double[], double> rest) = Landscape(draws, 3, 6);
        int when = draws.Whole(0, space.Count - 1);
        double height = draws.Uniform(0.8, 2);
        double latest = draws.Uniform(0.4, 0.8);
        double gain = draws.Uniform(-0.3, 0.8);
        double width = draws.Uniform(0.02, 0.1);
        return Make(draws, space, (place, curve) =>
        {
            double step = latest * place[when];
            for (int b = 1; b <= Whole; b++)
            {
                double t = (double)b / Whole;
                curve[b - 1] = rest(place) - (gain * place[when]) + (height / (1 + Math.Exp((t - step) / width)));
            }
        });
    }

    private static Problem Annealed(Draws draws)
    {
        (Coordinates space, Func<double[], double> rest) = Landscape(draws, 3, 6);
        int bold = draws.Whole(0, space.Count - 1);
        double best = draws.Uniform(0.55, 0.85);
        double depth = draws.Uniform(0.5, 2);
        double shake = draws.Uniform(0.5, 1.5);
        return Make(draws, space, (place, curve) =>
        {
            double away = place[bold] - best;
            double end = (0.5 * rest(place)) + (depth * away * away);
            for (int b = 1; b <= Whole; b++)
            {
                double t = (double)b / Whole;
                double left = 0.5 * (1 + Math.Cos(Math.PI * t));
                curve[b - 1] = end + (shake * place[bold] * left) + (0.5 * Math.Exp(-(2 + (8 * place[bold])) * t));
            }
        });
    }

    private static Problem Sizes(Draws draws)
    {
        Parameter[] parameters =
        [
            Forms.Choice("model", 2), Forms.Int("units", 8, 512, log: true, when: Forms.Is(0, 1)),
            Forms.Float("rate", 1e-4, 1, log: true, when: Forms.Is(0, 1)),
            Forms.Float("penalty", 1e-6, 10, log: true, when: Forms.Is(0, 0)), Forms.Float("decay", 1e-6, 1, log: true),
        ];
        Coordinates space = new("sizes", parameters, draws);
        double[] centre = draws.Uniforms(space.Count, 0.3, 0.8);
        double plain = draws.Uniform(0.25, 0.4);
        double gain = draws.Uniform(0.1, 0.3);
        double slow = draws.Uniform(1, 2.5);
        bool isLarge(double[] place) => double.IsFinite(place[1]);
        return Make(
            draws,
            space,
            (place, curve) =>
            {
                double common = 0.3 * Square(place[4] - centre[4]);
                double end = common + (isLarge(place)
                    ? plain + 0.1 - (gain * place[1]) + Square(place[2] - centre[2])
                    : plain + (0.3 * Square(place[3] - centre[3])));
                double rate = isLarge(place) ? 8 * Math.Pow(10, -slow * place[1] * 0.5) : 60;
                for (int b = 1; b <= Whole; b++)
                {
                    curve[b - 1] = end + (0.6 * Math.Exp(-rate * b / Whole));
                }
            },
            place => isLarge(place) ? 0.3 + (2 * place[1]) : 0.2);
    }

    private static double Square(double value) => value * value;

    // A final loss from 0, about 1 away from the best.
    private static (Coordinates Space, Func<double[], double> Floor) Landscape(Draws draws, int least, int most)
    {
        Coordinates space = ParameterDraws.Space(draws, draws.Whole(least, most), wholes: 0.2, choices: 0.1);
        double[] centre = space.Plant(draws, 0.15);
        double[] weights = draws.Uniforms(space.Count, 0.1, 1);
        FourierField field = new(draws, draws.Uniforms(space.Count, 0.3, 1));
        double hills = draws.Uniform(0, 0.25);
        double scale = 0.25 * weights.Sum();
        return (space, place =>
        {
            double sum = 0;
            for (int i = 0; i < place.Length; i++)
            {
                sum += weights[i] * Square(place[i] - centre[i]);
            }

            return (sum / scale) + (hills * field.At(place));
        });
    }

    private static Problem Make(Draws draws, Coordinates space, Action<double[], double[]> fill, Func<double[], double>? price = null)
    {
        double scale = draws.LogUniform(1e-2, 1e2);
        double offset = draws.Chance(0.5) ? 0 : draws.Uniform(-10, 10);
        return Of(draws, space.Space, scale, vector =>
        {
            double[] curve = new double[Whole];
            fill(space.Read(vector), curve);
            for (int i = 0; i < curve.Length; i++)
            {
                curve[i] = offset + (scale * curve[i]);
            }

            return curve;
        }, price is null ? null : vector => price(space.Read(vector)));
    }

    /// <summary>Makes a problem of the learning curves of points.</summary>
    /// <param name="draws">The draws.</param>
    /// <param name="space">The space.</param>
    /// <param name="scale">How far losses typically lie apart.</param>
    /// <param name="curves">The losses of a vector at all budgets.</param>
    /// <param name="price">What a whole trial costs.</param>
    public static Problem Of(Draws draws, SearchSpace space, double scale, Func<double[], double[]> curves, Func<double[], double>? price = null) =>
        Composition.Searched(space, vector => curves(vector)[^1], 2500) with
        {
            ReferenceDraws = 800,
            Curves = new LearningCurves(curves, scale * draws.LogUniform(0.01, 0.05), draws.Uniform(0.2, 0.4)) { Price = price },
        };
}
