namespace Hypermax.Spaces;

/// <summary>The point that the declared defaults of a space describe.</summary>
public static class DefaultPoint
{
    /// <summary>Gets the point of the defaults: declared ones where there are any, else the middle of the range on its scale and the first choice.</summary>
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

        return vector;
    }

    /// <summary>Gets the default of a parameter: the declared one, else the middle of the range on its scale or the first choice.</summary>
    /// <param name="parameter">The parameter.</param>
    public static double ValueOf(Parameter parameter) =>
        parameter.Default ?? (parameter is NumericParameter numeric ? numeric.Middle : 0);
}
