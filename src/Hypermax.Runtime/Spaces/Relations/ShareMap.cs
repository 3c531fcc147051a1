namespace Hypermax.Spaces.Relations;

/// <summary>Shares a total between parameters: uniform on the simplex within their lower bounds, overflow given to the others.</summary>
/// <remarks>
/// Independent exponentials divided by their sum are uniform on the simplex (Devroye 1986, "Non-Uniform Random Variate
/// Generation", ch. XI, theorem 4.1); the free coordinate of a member is the uniform that its exponential comes from. The scale of the
/// exponentials is lost in the sum; on the way back it is taken as its mean.
/// </remarks>
internal sealed class ShareMap
{
    private const double Edge = 1e-12;

    private readonly Dimension[] _dimensions;
    private readonly SumRelation _relation;

    public ShareMap(SpaceGeometry geometry, SumRelation relation)
    {
        _dimensions = [.. relation.Members.Select(member => geometry.Dimensions[member])];
        _relation = relation;
        if (_dimensions.FirstOrDefault(dimension => double.IsInfinity(Low(dimension)) || double.IsInfinity(High(dimension))) is { } open)
        {
            throw new ArgumentException(
                $"Parameter '{open.Parameter.Name}' has an open bound; parameters that add up to a total have both. Give it Low and High.");
        }

        double least = _dimensions.Sum(dimension => Low(dimension));
        double most = _dimensions.Sum(dimension => High(dimension));
        if (relation.Total < least - Edge || relation.Total > most + Edge)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The parameters {string.Join(", ", _dimensions.Select(dimension => $"'{dimension.Parameter.Name}'"))} must add ")
                + FormattableString.Invariant($"up to {relation.Total}, but their bounds only allow {least} to {most}. Change the total or the bounds."));
        }
    }

    public void Obey(double[] vector)
    {
        int count = _dimensions.Length;
        Span<double> weight = stackalloc double[count];
        Span<double> share = stackalloc double[count];
        Span<bool> full = stackalloc bool[count];
        full.Clear();
        for (int k = 0; k < count; k++)
        {
            if (double.IsNaN(vector[_relation.Members[k]]))
            {
                return;
            }

            weight[k] = -Math.Log(1 - Math.Clamp(_dimensions[k].ToUnit(vector[_relation.Members[k]]), Edge, 1 - Edge));
        }

        Divide(weight, share, full);
        for (int k = 0; k < count; k++)
        {
            vector[_relation.Members[k]] = share[k];
        }
    }

    public void Free(double[] vector)
    {
        int count = _dimensions.Length;
        double rest = _relation.Total - _dimensions.Sum(dimension => Low(dimension));
        for (int k = 0; k < count; k++)
        {
            int member = _relation.Members[k];
            if (double.IsNaN(vector[member]))
            {
                return;
            }

            double weight = rest > 0 ? count * Math.Max(0, vector[member] - Low(_dimensions[k])) / rest : 1;
            vector[member] = _dimensions[k].FromUnit(1 - Math.Exp(-weight));
        }
    }

    /// <summary>Gives each its lower bound and a part of the rest by weight; what exceeds an upper bound goes to those with room.</summary>
    private void Divide(Span<double> weight, Span<double> share, Span<bool> full)
    {
        for (int round = 0; round < weight.Length; round++)
        {
            double rest = _relation.Total;
            double sum = 0;
            for (int k = 0; k < weight.Length; k++)
            {
                rest -= full[k] ? High(_dimensions[k]) : Low(_dimensions[k]);
                sum += full[k] ? 0 : weight[k];
            }

            bool overflow = false;
            for (int k = 0; k < weight.Length; k++)
            {
                double high = High(_dimensions[k]);
                share[k] = full[k] ? high : Low(_dimensions[k]) + (sum > 0 ? Math.Max(0, rest) * weight[k] / sum : 0);
                if (share[k] > high)
                {
                    share[k] = high;
                    full[k] = overflow = true;
                }
            }

            if (!overflow)
            {
                return;
            }
        }
    }

    private static double Low(Dimension dimension) => ((NumericParameter)dimension.Parameter).Low;

    private static double High(Dimension dimension) => ((NumericParameter)dimension.Parameter).High;
}
