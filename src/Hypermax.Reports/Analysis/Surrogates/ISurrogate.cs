namespace Hypermax.Analysis.Surrogates;

/// <summary>Tells the loss of any point of a space from the trials of a study.</summary>
/// <remarks>Safe to share between threads; the same point always has the same loss.</remarks>
internal interface ISurrogate
{
    /// <summary>Gets the loss of a point, in minimised form.</summary>
    /// <param name="point">The point in vector form, NaN where a parameter is inactive.</param>
    double LossOf(ReadOnlySpan<double> point);
}
