namespace Hypermax.Sampling.Tpe;

/// <summary>A point at which a table of kernels is evaluated, cut to the parameters that count; reused between points.</summary>
internal sealed class KernelQuery
{
    public KernelQuery(int dimensions)
    {
        Numeric = new int[dimensions];
        Places = new float[dimensions];
        Choices = new int[dimensions];
        Chosen = new float[dimensions];
        Match = new float[dimensions];
        Mismatch = new float[dimensions];
        Norms = new int[dimensions];
    }

    /// <summary>Gets the numeric parameters and, in <see cref="Places"/>, where the point stands on them.</summary>
    public int[] Numeric { get; }

    public float[] Places { get; }

    public int NumericCount { get; set; }

    /// <summary>Gets the choices and, beside them, the index chosen and the log densities of kernels of the same and of another choice.</summary>
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
