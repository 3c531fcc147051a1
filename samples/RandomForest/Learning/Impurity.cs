namespace RandomForest.Learning;

/// <summary>How mixed a group of cases is, times its weight.</summary>
public static class Impurity
{
    /// <summary>Measures a group.</summary>
    /// <param name="criterion">The measure.</param>
    /// <param name="zeros">The weight of class 0.</param>
    /// <param name="ones">The weight of class 1.</param>
    public static double Of(Criterion criterion, double zeros, double ones)
    {
        double sum = zeros + ones;
        if (zeros <= 0 || ones <= 0)
        {
            return 0;
        }

        return criterion == Criterion.Gini
            ? 2 * zeros * ones / sum
            : (sum * Math.Log(sum)) - (zeros * Math.Log(zeros)) - (ones * Math.Log(ones));
    }
}
