namespace Hypermax;

/// <summary>The law that values of a numeric parameter are drawn from before anything is known.</summary>
public enum Law
{
    /// <summary>Every value between the bounds is equally likely.</summary>
    Uniform,

    /// <summary>The logarithm of the value is uniform between the logarithms of the bounds.</summary>
    LogUniform,

    /// <summary>Normal with a mean and a standard deviation, cut at the bounds where there are any.</summary>
    Normal,

    /// <summary>The logarithm of the value is normal; mean and deviation are those of the logarithm (natural, as in Hyperopt).</summary>
    LogNormal,
}
