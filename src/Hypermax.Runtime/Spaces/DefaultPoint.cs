using Hypermax.Spaces.Relations;

namespace Hypermax.Spaces;

/// <summary>The point that the declared defaults of a space describe.</summary>
internal static class DefaultPoint
{
    /// <summary>Gets the point of the defaults: declared ones where there are any, else the middle of the range on its scale and the first choice; where
    /// relations do not hold for these, undeclared ones make room.</summary>
    /// <param name="space">The space.</param>
    /// <returns>The point in vector form, or null when no parameter declares a default.</returns>
    public static double[]? Of(SearchSpace space)
    {
        if (!space.Parameters.Any(parameter => parameter.Default is not null))
        {
            return null;
        }

        double[] vector = new double[space.Count];
        for (int i = 0; i < space.Count; i++)
        {
            vector[i] = space.IsActive(i, vector) ? ValueOf(space.Parameters[i]) : double.NaN;
        }

        Settle(space, vector, i => space.Parameters[i].Default is not null);
        return vector;
    }

    /// <summary>Moves those values that are not declared to where relations hold, if they do not yet.</summary>
    internal static void Settle(SearchSpace space, double[] vector, Func<int, bool> isDeclared)
    {
        if (space.Relations.Count > 0)
        {
            RelatedStarts.Settle(
                vector,
                [.. space.Parameters.Select((parameter, i) => Start(parameter, isDeclared(i)))],
                space.Relations.Select(
                    relation => (relation.Members, relation is SumRelation sum ? sum.Total : (double?)null, relation is LessThanRelation { OrEqual: true })));
        }
    }

    private static RelatedStarts.Start Start(Parameter parameter, bool isDeclared) => parameter is NumericParameter numeric
        ? new RelatedStarts.Start(numeric.Low, numeric.High, numeric.Step, numeric.IsLog, isDeclared, numeric.Snap)
        : new RelatedStarts.Start(0, 0, null, IsLog: false, IsDeclared: true, value => value);

    /// <summary>Gets the default of a parameter: the declared one, else the middle of the range on its scale or the first choice.</summary>
    /// <param name="parameter">The parameter.</param>
    public static double ValueOf(Parameter parameter) =>
        parameter.Default ?? (parameter is NumericParameter numeric ? numeric.Middle : 0);
}
