using Hypermax.Numerics;
using Hypermax.Spaces;

namespace Hypermax.Sampling.Distinct;

/// <summary>Keeps a sampler from proposing a point twice, and tells when a finite space is used up.</summary>
/// <remarks>
/// Where every point has a continuous coordinate, a repeated proposal moves a little in these; it comes up where the best
/// place is a bound. Elsewhere it is replaced by a draw from the space, and where those keep repeating too by the first
/// untried point after a random one. A function of the context alone, like the samplers it serves; not safe to share
/// between threads.
/// </remarks>
internal sealed class DistinctPoints
{
    private const int Draws = 32;

    /// <summary>Beyond this many points a search for the last untried ones would cost more than it could find.</summary>
    private const double MostSearched = 1e6;

    private readonly TriedPoints _tried = new();
    private SpaceGeometry? _geometry;
    private PointEnumeration? _points;
    private bool _isContinuous;
    private FixedValues _fixedValues = FixedValues.None;

    /// <summary>Prepares for a proposal.</summary>
    /// <returns>Whether an untried point is left.</returns>
    public bool Begin(SamplerContext context)
    {
        if (!ReferenceEquals(_geometry, context.Geometry) || !_fixedValues.Equals(context.Fixed))
        {
            _geometry = context.Geometry;
            _fixedValues = context.Fixed;
            _isContinuous = HasContinuousCore(context);
            _points = _isContinuous ? null : PointEnumeration.Of(context.Geometry, parameter => _fixedValues[parameter]);
        }

        _tried.Update(context.History, context.Running, context.Geometry.Count);
        return _isContinuous || _tried.Count < _points!.Count || (!_fixedValues.IsEmpty && FirstUntried(0) is not null);
    }

    /// <summary>Tells whether a point has been tried or is running.</summary>
    public bool IsTried(ReadOnlySpan<double> vector) => _tried.Contains(vector);

    /// <summary>Gets the proposal itself, or one in its place that has not been tried.</summary>
    public Proposal Replace(SamplerContext context, Proposal proposal)
    {
        if (!IsTried(proposal.Vector))
        {
            return proposal;
        }

        SeedStream stream = context.Stream("distinct");
        if (_isContinuous && Beside(context, proposal.Vector, stream) is { } beside)
        {
            return new Proposal(beside, With(proposal.Insight, "moved a little: the first choice had been tried"));
        }

        double[] vector = new double[context.Geometry.Count];
        for (int draw = 0; draw < Draws; draw++)
        {
            context.Sample(stream, vector);
            if (!_tried.Contains(vector))
            {
                return new Proposal(vector, With(proposal.Insight, "redrawn: the first choice had been tried"));
            }
        }

        double count = _points?.Count ?? double.PositiveInfinity;
        return count <= MostSearched && FirstUntried(Math.Floor(stream.NextDouble() * count)) is { } untried
            ? new Proposal(untried, With(proposal.Insight, "the next untried point: all draws had been tried"))
            : proposal;
    }

    private static Insight With(Insight insight, string note) => insight with { Note = insight.Note is null ? note : $"{insight.Note}; {note}" };

    // The width doubles with every fourth draw, from a thousandth of the range to a quarter of it.
    private double[]? Beside(SamplerContext context, double[] point, SeedStream stream)
    {
        for (int draw = 0; draw < Draws; draw++)
        {
            double[] vector = new double[point.Length];
            NearbyPoint.Draw(context, point, 1e-3 * Math.Pow(2, draw / 4.0), stream, vector);
            if (!_tried.Contains(vector))
            {
                return vector;
            }
        }

        return null;
    }

    private double[]? FirstUntried(double start)
    {
        double count = Math.Min(_points!.Count, MostSearched);
        for (double i = 0; i < count; i++)
        {
            double[] vector = _points.PointAt((start + i) % _points.Count);
            if (!_tried.Contains(vector))
            {
                return vector;
            }
        }

        return null;
    }

    private static bool HasContinuousCore(SamplerContext context)
    {
        for (int i = 0; i < context.Geometry.Count; i++)
        {
            if (context.Fixed[i] is null && context.Geometry.Dimensions[i].IsContinuous && context.Space.Parameters[i].Conditions.Count == 0)
            {
                return true;
            }
        }

        return false;
    }
}
