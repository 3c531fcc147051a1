namespace Hypermax.Spaces.Trees;

/// <summary>How many points a space has, on a decimal logarithm; a continuous parameter counts as 20 values, as in Hypermax.</summary>
/// <remarks>
/// A grid counts min(20, number of values), a choice its values, a group the product of its parts, a choice between branches
/// the sum of its branches. Hypermax adds 1 for branches of very different size and the logarithm of their number on top;
/// both are errors and not repeated here.
/// </remarks>
internal static class Cardinality
{
    private const int MostValues = 20;

    /// <summary>Gets the decimal logarithm of the number of points.</summary>
    /// <param name="space">The space.</param>
    public static double Log10(SearchSpace space)
    {
        // Children come after their parents, so one pass from the end folds every branch into its selector.
        double[][] branches =
        [
            .. space.Parameters.Select(parameter => new double[parameter is CategoricalParameter categorical ? categorical.Choices.Count : 1]),
        ];
        double total = 0;
        for (int i = space.Count - 1; i >= 0; i--)
        {
            double size = space.Parameters[i] is CategoricalParameter ? LogSumExp10(branches[i]) : Log10(space.Parameters[i]) + branches[i][0];
            IReadOnlyList<Condition> conditions = space.Parameters[i].Conditions;
            if (conditions.Count == 0)
            {
                total += size;
                continue;
            }

            Condition last = conditions.OrderBy(condition => condition.Parent).Last();
            double[] parent = branches[last.Parent];
            for (int level = (int)Math.Max(0, last.Low); level < parent.Length && level <= last.High; level++)
            {
                parent[level] += size;
            }

            if (space.Parameters[last.Parent] is not CategoricalParameter)
            {
                parent[0] += last.Low > 0 ? size : 0;
            }
        }

        return total;
    }

    private static double Log10(Parameter parameter)
    {
        int levels = new Dimension(parameter).LevelCount;
        return Math.Log10(levels == 0 ? MostValues : Math.Min(MostValues, levels));
    }

    private static double LogSumExp10(double[] values)
    {
        double largest = values.Max();
        return largest + Math.Log10(values.Sum(value => Math.Pow(10, value - largest)));
    }
}
