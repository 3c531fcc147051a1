using Hypermax.Convergence.Problems;

namespace Hypermax.Convergence.Population.Families;

/// <summary>Spaces and losses like those of training: rates, widths, penalties, divergence.</summary>
internal static class RateFamilies
{
    public static IEnumerable<Family> All()
    {
        yield return new("rates", Split.Train, "a curved valley of rate and width with a cliff beside it", Rates);
        yield return new("scales", Split.Validate, "wide log ranges of which a small part matters", Scales);
        yield return new("cliffs", Split.Test, "losses beyond a border are astronomical", Cliffs);
    }

    private static Problem Rates(Draws draws)
    {
        Coordinates space = new("rates", Common(draws, 1e-6, 10), draws);
        double[] centre = space.Plant(draws, 0.2);
        double tilt = draws.Uniform(-0.6, 0.6);
        double curve = draws.Uniform(-1.5, 1.5);
        double sharp = draws.Uniform(3, 15);
        double edge = draws.Uniform(0.08, 0.3);
        double bad = draws.Uniform(0.5, 2);
        return Composition.Known(draws, space, place =>
        {
            double[] z = Composition.From(centre, place);
            double valley = z[0] + (tilt * z[1]) + (curve * z[1] * z[1]);
            double rest = 0.2 * z[1] * z[1];
            for (int i = 2; i < z.Length; i++)
            {
                rest += 0.25 * z[i] * z[i] / i;
            }

            return valley > edge ? bad + rest : Math.Min((sharp * valley * valley) + rest, bad);
        });
    }

    private static Problem Scales(Draws draws)
    {
        int count = draws.Whole(2, 7);
        Parameter[] parameters = [.. Enumerable.Range(0, count).Select(i => draws.Chance(0.8)
            ? Forms.Float("s" + i, Math.Pow(10, -draws.Whole(4, 12)), Math.Pow(10, draws.Whole(0, 6)), log: true)
            : ParameterDraws.Any(draws, "p" + i, 0.5, 0.2))];
        Coordinates space = new("scales", parameters, draws);
        double[] centre = space.Plant(draws, 0.1);
        double[] widths = draws.Uniforms(count, 0.06, 0.4);
        return Composition.Known(
            draws,
            space,
            place => Enumerable.Range(0, count).Sum(i => 1 - (1 / (1 + (((place[i] - centre[i]) / widths[i]) * ((place[i] - centre[i]) / widths[i]))))));
    }

    private static Problem Cliffs(Draws draws)
    {
        Coordinates space = new("cliffs", Common(draws, 1e-5, 100), draws);
        double[] centre = space.Plant(draws, 0.25);
        double[] wall = [1, .. draws.Uniforms(space.Count - 1, -0.7, 0.7)];
        double edge = draws.Uniform(0.04, 0.2);
        double steep = draws.Uniform(20, 80);
        double[] weights = draws.Uniforms(space.Count, 0.1, 1);
        return new Problem(string.Empty, string.Empty, space.Space, vector =>
        {
            double[] z = Composition.From(centre, space.Read(vector));
            double beyond = z.Zip(wall, (a, b) => a * b).Sum() - edge;
            double loss = 0.1 + z.Zip(weights, (a, b) => b * a * a).Sum();
            return beyond > 0 ? Math.Min(1e12, loss + Math.Exp(steep * beyond)) : loss;
        }, 0.1);
    }

    private static List<Parameter> Common(Draws draws, double low, double high)
    {
        List<Parameter> parameters = [Forms.Float("rate", low, high, log: true), Forms.Int("width", 8, 512, log: true)];
        Parameter[] more =
        [
            Forms.Float("decay", 1e-8, 1, log: true), Forms.Float("dropout", 0, 0.8), Forms.Choice("activation", 4), Forms.Int("depth", 1, 8),
            Forms.Float("momentum", 0, 0.999), Forms.Int("batch", 8, 256, log: true), Forms.Float("warmup", 0, 0.5, step: 0.05),
        ];
        parameters.AddRange(draws.Some(draws.Whole(1, more.Length), more.Length).Select(i => more[i]));
        return parameters;
    }
}
