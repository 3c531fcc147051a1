namespace Hypermax.Sampling.Tpe;

/// <summary>Up to four points at which a table of kernels is evaluated at once, cut to the parameters they have; reused.</summary>
/// <remarks>All points of a query have the same parameters. Figures of one parameter stand four in a row, one for each point.</remarks>
internal sealed class KernelQuery
{
    public const int Points = 4;

    public KernelQuery(int dimensions)
    {
        Numeric = new int[dimensions];
        Places = new float[dimensions * Points];
        Choices = new int[dimensions];
        Chosen = new float[dimensions * Points];
        Match = new float[dimensions * Points];
        Mismatch = new float[dimensions * Points];
        Norms = new int[dimensions];
    }

    /// <summary>Gets the numeric parameters and, in <see cref="Places"/>, where the points stand on them.</summary>
    public int[] Numeric { get; }

    public float[] Places { get; }

    public int NumericCount { get; set; }

    /// <summary>Gets the choices and, beside them, the indices chosen and the log densities of kernels of the same and of another choice.</summary>
    public int[] Choices { get; }

    public float[] Chosen { get; }

    public float[] Match { get; }

    public float[] Mismatch { get; }

    public int ChoiceCount { get; set; }

    /// <summary>Gets the parameters whose normalisers are added here because the kernels' own constants leave them out.</summary>
    public int[] Norms { get; }

    public int NormCount { get; set; }

    public void Clear() => (NumericCount, ChoiceCount, NormCount) = (0, 0, 0);
}
