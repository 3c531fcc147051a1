namespace Hypermax.Sampling.Tpe;

/// <summary>The densities of a group in each parameter by itself, from the trials that have it: Hyperopt's way.</summary>
internal sealed class OneByOneMixture(CoordinateRows rows, TpeOptions options, double exponent)
    : ParzenMixture(rows, options, exponent, absentNorm: KernelTable.Never)
{
    private readonly bool _poolsChoices = options.PoolsChoices;

    /// <summary>Gets the logarithm of the density of one parameter at a point that has it, relative to the law of the space.</summary>
    /// <param name="point">The coordinates of the point.</param>
    /// <param name="dimension">The parameter.</param>
    /// <param name="query">Scratch space.</param>
    public double LogDensity(ReadOnlySpan<double> point, int dimension, KernelQuery query)
    {
        query.Clear();
        query.Norms[query.NormCount++] = dimension;
        Put(query, dimension, point, count: 1);
        double prior = PriorOf(dimension);
        Span<LogSum> sum = [LogSum.Empty.Add(Math.Log(prior), 1)];
        Table.Evaluate(query, sum);
        return sum[0].Log - Math.Log(TotalWeight(dimension) + prior);
    }

    /// <summary>Gets the weight of the space's own law in a parameter, in the units of the trials' weights.</summary>
    public double PriorOf(int dimension) =>
        PriorWeight * (_poolsChoices && Dimensions[dimension].IsChoice ? Dimensions[dimension].Widths!.Length : 1);

    /// <inheritdoc/>
    protected override double ConstantOf(int slot) => Math.Log(WeightOf(slot));

    private double TotalWeight(int dimension)
    {
        if (IsUniform)
        {
            return CountOf(dimension);
        }

        double total = 0;
        for (int slot = 0; slot < Table.SlotCount; slot++)
        {
            total += Table.Norm(slot, dimension) == KernelTable.Never ? 0 : WeightOf(slot);
        }

        return total;
    }
}
