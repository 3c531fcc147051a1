using Hypermax.Numerics;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Sampling.CmaEs;

/// <summary>The distributions of a study, replayed generation by generation from its history.</summary>
internal sealed class CmaEsRun
{
    private const int Redraws = 20;
    private readonly SpaceGeometry _geometry;
    private readonly long _seed;
    private readonly CmaEsOptions _options;
    private readonly int[] _numeric;
    private readonly int[] _categorical;
    private readonly Dimension[] _dimensions;
    private CmaEsState _state;
    private ChoiceDistribution[] _choices;
    private int _rows;
    private int _restarts;

    public CmaEsRun(SpaceGeometry geometry, long seed, CmaEsOptions options)
    {
        (_geometry, _seed, _options) = (geometry, seed, options);
        _numeric = [.. Enumerable.Range(0, geometry.Count).Where(i => geometry.Dimensions[i] is { IsCategorical: false, LevelCount: not 1 })];
        _categorical = [.. Enumerable.Range(0, geometry.Count).Where(i => geometry.Dimensions[i] is { IsCategorical: true, LevelCount: > 1 })];
        _dimensions = [.. _numeric.Select(i => geometry.Dimensions[i])];
        double[] centre = new double[_numeric.Length];
        Array.Fill(centre, 0.5);
        _state = new CmaEsState(centre, options.Spread, Population());
        _choices = MakeChoices();
    }

    /// <summary>Gets the phase for people: the method and which start it is in.</summary>
    public string Name => _restarts == 0 ? "cmaes" : FormattableString.Invariant($"cmaes/restart {_restarts}");

    /// <summary>Takes in every generation that the history completes.</summary>
    public void Replay(TrialHistory history)
    {
        while (history.Count - _rows >= _state.Constants.Population)
        {
            int[] ranked = [.. Enumerable.Range(_rows, _state.Constants.Population).OrderBy(row => Rank(history.Losses[row])).ThenBy(row => row)];
            double[][] points = [.. ranked.Select(row => Coordinates(history, row))];
            for (int k = 0; k < _categorical.Length; k++)
            {
                _choices[k].Update([.. ranked.Select(row => history.Column(_categorical[k])[row])], _state.Constants.Weights);
            }

            _state.Update(points);
            Margin.Apply(_state, _dimensions);
            _rows += _state.Constants.Population;
            if (_state.IsSpent)
            {
                Restart();
            }
        }
    }

    /// <summary>Draws the point of a trial.</summary>
    public double[] Draw(SamplerContext context) => Point(context.Stream("cmaes"), context).Vector;

    private static double Rank(double loss) => double.IsFinite(loss) ? loss : double.PositiveInfinity;

    private int Population() => (_options.Population ?? CmaEsConstants.DefaultPopulation(_numeric.Length + _categorical.Length)) << Math.Min(_restarts, 6);

    private ChoiceDistribution[] MakeChoices() =>
        [
            .. _categorical.Select(
                i => new ChoiceDistribution(
                    Prior((CategoricalParameter)_geometry.Space.Parameters[i]), _categorical.Length, _state.Constants.EffectiveParents)),
        ];

    private static double[] Prior(CategoricalParameter parameter) =>
        [.. parameter.Weights ?? Enumerable.Repeat(1.0 / parameter.Choices.Count, parameter.Choices.Count)];

    private void Restart()
    {
        _restarts++;
        SeedStream stream = new(_seed, _rows, "cmaes/restart");
        _state = new CmaEsState([.. _numeric.Select(_ => stream.NextDouble())], _options.Spread, Population());
        _choices = MakeChoices();
    }

    // The coordinates a trial was drawn with where the draw repeats, because a snapped value says less than the draw did;
    // else, as for points that people enqueued, the middle of its values' cells, and the mean for a parameter it lacks.
    private double[] Coordinates(TrialHistory history, int row)
    {
        double[] vector = new double[_geometry.Count];
        history.CopyRow(row, vector);
        (double[] drawn, double[] coordinates) = Point(new SeedStream(_seed, history.Numbers[row], "cmaes"), context: null);
        if (drawn.AsSpan().SequenceEqual(vector))
        {
            return coordinates;
        }

        for (int k = 0; k < _numeric.Length; k++)
        {
            double value = vector[_numeric[k]];
            coordinates[k] = double.IsNaN(value) ? _state.Mean[k] : _dimensions[k].ToUnit(value);
        }

        return coordinates;
    }

    private (double[] Vector, double[] Coordinates) Point(SeedStream stream, SamplerContext? context)
    {
        double[] coordinates = Coordinates(stream);
        double[] unit = new double[_geometry.Count];
        for (int k = 0; k < _numeric.Length; k++)
        {
            unit[_numeric[k]] = coordinates[k];
        }

        double[] vector = new double[_geometry.Count];
        for (int i = 0, k = 0; i < vector.Length; i++)
        {
            bool isChoice = k < _categorical.Length && _categorical[k] == i;
            double value = isChoice ? _choices[k++].Pick(stream.NextDouble()) : _geometry.Dimensions[i].FromUnit(unit[i]);
            vector[i] = !_geometry.Space.IsActive(i, vector) ? double.NaN : context?.Fixed[i] ?? value;
        }

        return (vector, coordinates);
    }

    // Draws again while the point lies outside the space, then moves it to the border.
    private double[] Coordinates(SeedStream stream)
    {
        double[] normal = new double[_numeric.Length];
        double[] x = [];
        for (int draw = 0; draw < Redraws; draw++)
        {
            for (int i = 0; i < normal.Length; i++)
            {
                normal[i] = stream.NextNormal();
            }

            x = _state.Point(normal);
            if (x.All(value => value is >= 0 and <= 1))
            {
                return x;
            }
        }

        return [.. x.Select(value => Math.Clamp(value, 0, 1))];
    }
}
