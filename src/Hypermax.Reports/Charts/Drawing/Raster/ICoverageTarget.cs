namespace Hypermax.Charts.Drawing.Raster;

/// <summary>Takes the coverage of a run of pixels.</summary>
internal interface ICoverageTarget
{
    /// <summary>Covers pixels of one row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="first">The first pixel.</param>
    /// <param name="coverage">How much of each pixel is covered, from 0 to 255.</param>
    void Cover(int row, int first, ReadOnlySpan<byte> coverage);
}
