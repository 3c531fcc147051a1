namespace Hypermax.Sampling.Tpe;

/// <summary>The density of a group over all parameters at once.</summary>
/// <remarks>
/// Where point and trial chose different branches, the kernel of the choice says how likely that is, and the branch's own
/// parameters follow the law of the space; so one mixture covers all branches (decision 0021).
/// </remarks>
internal sealed class JointMixture(CoordinateRows rows, TpeOptions options, double exponent) : ParzenMixture(rows, options, exponent, absentNorm: 0)
{
    /// <summary>Gets the logarithms of the density at some points with the same parameters, relative to the law of the space.</summary>
    /// <param name="points">One to four points in a row; coordinates, NaN for parameters that the points do not have.</param>
    /// <param name="query">Scratch space.</param>
    /// <param name="logs">Where the results are written; as long as there are points.</param>
    public void LogDensities(ReadOnlySpan<double> points, KernelQuery query, Span<double> logs)
    {
        Prepare(points, logs.Length, query);
        Span<LogSum> sums = stackalloc LogSum[logs.Length == 1 ? 1 : KernelQuery.Points];
        sums.Fill(LogSum.Empty.Add(Math.Log(PriorWeight), 1));
        Table.Evaluate(query, sums);
        double total = Math.Log(TotalWeight() + PriorWeight);
        for (int i = 0; i < logs.Length; i++)
        {
            logs[i] = sums[i].Log - total;
        }
    }

    /// <summary>Gets how well a kernel agrees with the parameters that a point has: its density there.</summary>
    /// <param name="slot">The kernel.</param>
    /// <param name="point">Coordinates, NaN for parameters that do not count.</param>
    /// <param name="query">The point as <see cref="Prepare"/> left it.</param>
    public double Agreement(int slot, ReadOnlySpan<double> point, KernelQuery query)
    {
        double log = Table.LogKernel(slot, query);
        for (int d = 0; d < point.Length; d++)
        {
            // The constants that LogKernel leaves out hold the normalisers of parameters that always exist.
            log += !double.IsNaN(point[d]) && !Dimensions[d].IsConditional ? Table.Norm(slot, d) : 0;
        }

        return Math.Exp(log);
    }

    /// <summary>Selects the parameters that some points have; all have those of the first.</summary>
    public void Prepare(ReadOnlySpan<double> points, int count, KernelQuery query)
    {
        query.Clear();
        for (int d = 0; d < Dimensions.Length; d++)
        {
            if (double.IsNaN(points[d]))
            {
                continue;
            }

            if (Dimensions[d].IsConditional && !Dimensions[d].IsChoice)
            {
                query.Norms[query.NormCount++] = d;
            }

            Put(query, d, points, count);
        }
    }

    /// <inheritdoc/>
    protected override double ConstantOf(int slot)
    {
        double constant = Math.Log(WeightOf(slot));
        for (int d = 0; d < Dimensions.Length; d++)
        {
            constant += Dimensions[d].IsConditional ? 0 : Table.Norm(slot, d);
        }

        return constant;
    }

    private double TotalWeight()
    {
        if (IsUniform)
        {
            return Count;
        }

        double total = 0;
        for (int slot = 0; slot < Table.SlotCount; slot++)
        {
            total += WeightOf(slot);
        }

        return total;
    }
}
