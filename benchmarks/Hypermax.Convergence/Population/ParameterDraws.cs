using Hypermax.Convergence.Problems;

namespace Hypermax.Convergence.Population;

/// <summary>Draws parameters like those that people tune.</summary>
internal static class ParameterDraws
{
    /// <summary>Draws a continuous parameter with a linear or a logarithmic law.</summary>
    public static Parameter Float(Draws draws, string name, params Condition[] when)
    {
        if (draws.Chance(0.35))
        {
            double low = Math.Pow(10, draws.Whole(-8, 0));
            return Forms.Float(name, low, low * Math.Pow(10, draws.Whole(1, 7)), log: true, when: when);
        }

        double start = draws.Pick(0, -1, -5, 1, -100);
        return Forms.Float(name, start, start + draws.Pick(1, 2, 10, 150), when: when);
    }

    /// <summary>Draws a whole number, on a log scale now and then.</summary>
    public static Parameter Whole(Draws draws, string name, params Condition[] when) => draws.Chance(0.3)
        ? Forms.Int(name, draws.Pick(1, 8), draws.Pick(64, 300, 4096), log: true, when: when)
        : draws.Chance(0.25)
            ? Forms.Int(name, 16, 16 + (16 * draws.Whole(2, 15)), step: 16, when: when)
            : Forms.Int(name, draws.Pick(0, 1), draws.Whole(3, 40), when: when);

    /// <summary>Draws a parameter of any kind.</summary>
    /// <param name="draws">The draws.</param>
    /// <param name="name">Its name.</param>
    /// <param name="wholes">The share of whole numbers.</param>
    /// <param name="choices">The share of choices.</param>
    /// <param name="when">When it exists.</param>
    public static Parameter Any(Draws draws, string name, double wholes, double choices, params Condition[] when)
    {
        double kind = draws.Uniform();
        return kind < wholes ? Whole(draws, name, when)
            : kind < wholes + choices ? Forms.Choice(name, draws.Whole(2, 6), when)
            : Float(draws, name, when);
    }

    /// <summary>Draws a space of parameters that all exist.</summary>
    public static Coordinates Space(Draws draws, int count, double wholes = 0, double choices = 0) =>
        new("population", [.. Enumerable.Range(0, count).Select(i => Any(draws, "p" + i, wholes, choices))], draws);
}
