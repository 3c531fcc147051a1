using Hypermax.Numerics;
using Hypermax.Sampling.Distinct;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Sampling.Tpe;

/// <summary>Draws points from the good density and keeps the one where it most exceeds the bad one.</summary>
/// <remarks>The two ways to compare densities are <see cref="JointSearch"/> and <see cref="OneByOneSearch"/>.</remarks>
internal abstract class CandidateSearch
{
    private double[] _shares = [];

    private protected CandidateSearch(TpeModel model, TpeOptions options)
    {
        Model = model;
        Options = options;
        int count = model.Dimensions.Length;
        Query = new KernelQuery(count);
        Vector = new double[count];
        Point = new double[count];
        Best = new double[count];
    }

    public TpeModel Model { get; }

    protected TpeOptions Options { get; }

    protected KernelQuery Query { get; }

    /// <summary>Gets the candidate being made, in vector form.</summary>
    protected double[] Vector { get; }

    /// <summary>Gets the coordinates of the candidate being made.</summary>
    protected double[] Point { get; }

    /// <summary>Gets the best candidate in vector form.</summary>
    protected double[] Best { get; }

    /// <summary>Makes the search that the options ask for.</summary>
    public static CandidateSearch Of(SpaceGeometry geometry, TrialHistory history, TpeOptions options) =>
        options.IsJoint ? JointSearch.Create(geometry, history, options) : OneByOneSearch.Create(geometry, history, options);

    public Proposal Propose(SamplerContext context, DistinctPoints distinct)
    {
        double score = Search(context, distinct, context.Stream("tpe"));
        return new Proposal((double[])Best.Clone(), new Insight("tpe", Acquisition: score));
    }

    /// <summary>Fills <see cref="Best"/> and returns by how much the logarithm of the good density exceeds the bad one's there.</summary>
    protected abstract double Search(SamplerContext context, DistinctPoints distinct, SeedStream stream);

    /// <summary>Fills one parameter of the candidate from a kernel of the good group, or from the law of the space when there is none.</summary>
    protected void Decide(SamplerContext context, int d, int? kernel, SeedStream stream)
    {
        TpeDimension dimension = Model.Dimensions[d];
        if (context.TrySettle(Vector, d))
        {
            Point[d] = dimension.Coordinate(Vector[d]);
            return;
        }

        if (kernel is not int slot || Model.Good.Table.Precision(slot, d) == 0)
        {
            Vector[d] = dimension.Source.FromUnit(stream.NextDouble());
        }
        else if (dimension.IsChoice)
        {
            bool own = stream.NextDouble() < Model.Good.OwnShare(d);
            Vector[d] = own ? Model.Good.Table.Centre(slot, d) : dimension.Source.FromUnit(stream.NextDouble());
        }
        else
        {
            double width = 1 / Math.Sqrt(2.0 * Model.Good.Table.Precision(slot, d));
            Vector[d] = UnitKernel.Draw(dimension, Model.Good.Table.Centre(slot, d), width, stream);
        }

        Point[d] = dimension.Coordinate(Vector[d]);
    }

    /// <summary>Draws a kernel of the good group by its share of the whole, which includes that of the law of the space.</summary>
    /// <returns>The slot of the kernel, or null for the law of the space.</returns>
    protected int? DrawKernel(double total, SeedStream stream)
    {
        double rest = stream.NextDouble() * total;
        int slots = Model.Good.Table.SlotCount;
        for (int slot = 0; slot < slots; slot++)
        {
            rest -= _shares[slot];
            if (rest < 0)
            {
                return slot;
            }
        }

        return null;
    }

    /// <summary>Gets room for the share of each kernel of the good group: how likely it is to be drawn from.</summary>
    protected Span<double> Shares()
    {
        int slots = Model.Good.Table.SlotCount;
        if (_shares.Length < slots)
        {
            _shares = new double[Math.Max(slots, 32)];
        }

        return _shares.AsSpan(0, slots);
    }
}
