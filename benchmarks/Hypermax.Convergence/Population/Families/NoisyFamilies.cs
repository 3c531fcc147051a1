using Hypermax.Convergence.Population.Landscapes;
using Hypermax.Convergence.Problems;

namespace Hypermax.Convergence.Population.Families;

/// <summary>Functions that are told with noise, and functions that fail in places.</summary>
internal static class NoisyFamilies
{
    public static IEnumerable<Family> All()
    {
        yield return new("basins", Split.Train, "noise that grows with the loss, a wide basin beside a better narrow one", Basins);
        yield return new("ties", Split.Train, "errors counted on a finite test set: noise by chance, ties", Ties);
        yield return new("hum", Split.Train, "Gaussian noise of a tenth to a half of the range over classical functions and Gaussian processes", Hum);
        yield return new("heavy", Split.Validate, "Student-t noise over draws of Gaussian processes", Heavy);
        yield return new("loud", Split.Test, "Gaussian noise of a third of the range", Loud);
        yield return new("outliers", Split.Test, "one trial in ten is told something far too high", Outliers);
        yield return new("crashes", Split.Validate, "a part of the space fails, at random near its border", Crashes);
        yield return new("failing", Split.Test, "most of the space fails, and one trial in ten anywhere", Failing);
    }

    private static Problem Basins(Draws draws)
    {
        int count = draws.Whole(2, 8);
        Coordinates space = ParameterDraws.Space(draws, count, wholes: 0.15);
        double[] wide = space.Plant(draws, 0.15);
        double[] narrow = space.Plant(draws, 0.15);
        double sharp = draws.Uniform(3, 12);
        double gap = draws.Uniform(0.03, 0.15);
        double part = draws.Uniform(0.02, 0.5);
        double floor = draws.Uniform(0, 0.05);
        double Value(double[] place) => Math.Min(gap + (Squares(place, wide) / count), sharp * Squares(place, narrow) / count);
        double typical = Composition.Typical(space, Value).Middle;
        return Plain(space, Value, typical) with { Told = (loss, stream) => loss + (((part * loss) + floor) * stream.NextNormal()) };
    }

    // Loss is the error rate; what is told is the share of a finite test set that was wrong.
    private static Problem Ties(Draws draws)
    {
        int count = draws.Whole(2, 10);
        Coordinates space = ParameterDraws.Space(draws, count, wholes: 0.25, choices: 0.15);
        double[] weights = [.. Enumerable.Range(0, count).Select(_ => draws.LogUniform(0.05, 1))];
        Additive function = new(draws, space.Plant(draws, 0.1), weights, [.. weights.Select(_ => Well.Draw(draws))], draws.Whole(0, count));
        double typical = Composition.Typical(space, function.At).Middle;
        double least = draws.Uniform(0.01, 0.2);
        int size = draws.Pick(50, 100, 300, 1000);
        Problem problem = new(string.Empty, string.Empty, space.Space, vector => Error(function.At(space.Read(vector)) / typical, least), least);
        return problem with
        {
            Told = (loss, stream) => Math.Clamp(Math.Round((loss * size) + (Math.Sqrt(size * loss * (1 - loss)) * stream.NextNormal())), 0, size) / size,
        };
    }

    private static Problem Hum(Draws draws)
    {
        int count = draws.Whole(2, 8);
        Coordinates space = ParameterDraws.Space(draws, count, wholes: 0.15, choices: 0.15);
        double part = draws.Uniform(0.1, 0.5);
        if (draws.Chance(0.4))
        {
            FourierField field = new(draws, [.. Enumerable.Range(0, count).Select(_ => Math.Sqrt(count / 2.0) * draws.LogUniform(0.3, 3))]);
            return Composition.Searched(space.Space, vector => field.At(space.Read(vector)), 12_000) with { Noise = part };
        }

        double[] centre = space.Plant(draws, 0.1);
        Func<double[], double> function = Composition.AnyClassical(draws);
        double Value(double[] place) => function(Composition.From(centre, place));
        return Plain(space, Value, Composition.Typical(space, Value).Middle) with { Noise = part };
    }

    private static Problem Heavy(Draws draws)
    {
        int count = draws.Whole(2, 7);
        Coordinates space = ParameterDraws.Space(draws, count, wholes: 0.2);
        FourierField field = new(draws, [.. Enumerable.Range(0, count).Select(_ => Math.Sqrt(count / 2.0) * draws.LogUniform(0.3, 3))]);
        Problem problem = Composition.Searched(space.Space, vector => field.At(space.Read(vector)), 12_000);
        double scale = draws.LogUniform(0.03, 0.5);
        int freedom = draws.Whole(2, 4);
        return problem with { Told = (loss, stream) => loss + (scale * Student(stream, freedom)) };
    }

    private static Problem Loud(Draws draws)
    {
        int count = draws.Whole(2, 8);
        Coordinates space = ParameterDraws.Space(draws, count, wholes: 0.2, choices: 0.1);
        double[] weights = [.. Enumerable.Range(0, count).Select(_ => draws.LogUniform(0.1, 1))];
        Additive function = new(draws, space.Plant(draws, 0.1), weights, [.. weights.Select(_ => Well.Draw(draws, draws.Chance(0.6)))], draws.Whole(0, count));
        double typical = Composition.Typical(space, function.At).Middle;
        double deviation = draws.Uniform(0.15, 0.5);
        return Plain(space, function.At, typical) with { Noise = deviation };
    }

    private static Problem Outliers(Draws draws)
    {
        int count = draws.Whole(2, 9);
        Coordinates space = ParameterDraws.Space(draws, count, wholes: 0.2);
        double[] centre = space.Plant(draws, 0.1);
        Func<double[], double> function = Composition.AnyClassical(draws);
        double Value(double[] place) => function(Composition.From(centre, place));
        double typical = Composition.Typical(space, Value).Middle;
        double far = draws.LogUniform(3, 1e6);
        return Plain(space, Value, typical) with
        {
            Told = (loss, stream) => stream.NextDouble() < 0.1 ? loss + (far * stream.NextDouble()) : loss + (0.02 * stream.NextNormal()),
        };
    }

    private static Problem Crashes(Draws draws)
    {
        Problem problem = Base(draws, out Coordinates space, out double[] centre);
        double[] wall = draws.Normals(space.Count);
        double distance = draws.Uniform(0.05, 0.3);
        return problem with { Fails = vector => Dot(Composition.From(centre, space.Read(vector)), wall) > distance };
    }

    // Feasible is a ball of choice around the optimum, without its further half, and not always.
    private static Problem Failing(Draws draws)
    {
        Problem problem = Base(draws, out Coordinates space, out double[] centre);
        double[] distances = [.. Enumerable.Range(0, 200).Select(_ => Squares(draws.Uniforms(space.Count), centre)).Order()];
        double most = distances[draws.Whole(40, 120)];
        double rate = draws.Uniform(0, 0.2);
        return problem with { Fails = vector => Squares(space.Read(vector), centre) > most || Frac(vector) < rate };
    }

    private static Problem Base(Draws draws, out Coordinates space, out double[] centre)
    {
        int count = draws.Whole(2, 8);
        space = ParameterDraws.Space(draws, count, wholes: 0.15);
        centre = space.Plant(draws, 0.15);
        double[] weights = [.. Enumerable.Range(0, count).Select(_ => draws.LogUniform(0.1, 1))];
        Additive function = new(draws, centre, weights, [.. weights.Select(_ => Well.Draw(draws, draws.Chance(0.5)))], draws.Whole(0, count));
        return Composition.Known(draws, space, function.At);
    }

    private static Problem Plain(Coordinates space, Func<double[], double> function, double typical) =>
        new(string.Empty, string.Empty, space.Space, vector => function(space.Read(vector)) / typical, 0);

    private static double Error(double value, double least) => least + ((0.9 - least) * value / (1 + value));

    private static double Student(Numerics.SeedStream stream, int freedom)
    {
        double squares = 0;
        for (int i = 0; i < freedom; i++)
        {
            double normal = stream.NextNormal();
            squares += normal * normal;
        }

        return stream.NextNormal() / Math.Sqrt(squares / freedom);
    }

    private static double Squares(double[] place, double[] centre)
    {
        double sum = 0;
        for (int i = 0; i < place.Length; i++)
        {
            sum += (place[i] - centre[i]) * (place[i] - centre[i]);
        }

        return sum;
    }

    private static double Dot(double[] left, double[] right) => left.Zip(right, (a, b) => a * b).Sum();

    // A number from 0 to 1 that looks random but belongs to the point.
    private static double Frac(double[] vector)
    {
        double sum = 0;
        for (int i = 0; i < vector.Length; i++)
        {
            sum += double.IsNaN(vector[i]) ? 0 : Math.Sin((vector[i] * 12.9898) + i) * 43758.5453;
        }

        return Math.Abs(sum) % 1;
    }
}
