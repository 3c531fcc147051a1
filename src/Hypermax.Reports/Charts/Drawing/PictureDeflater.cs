using System.IO.Compression;

namespace Hypermax.Charts.Drawing;

/// <summary>Deflates the rows of a picture.</summary>
internal static class PictureDeflater
{
#if NET9_0_OR_GREATER
    // Differences of levels are runs of few values: no phrases to search for.
    private static readonly ZLibCompressionOptions OfLevels = new() { CompressionLevel = 6, CompressionStrategy = ZLibCompressionStrategy.RunLengthEncoding };

    private static readonly ZLibCompressionOptions OfNames = new() { CompressionLevel = 2 };

    /// <summary>Begins a stream that leaves the one below it open.</summary>
    /// <param name="picture">Where the compressed rows go.</param>
    /// <param name="isOfLevels">Whether pixels are levels, of which neighbours differ little.</param>
    public static Stream Open(Stream picture, bool isOfLevels) => new ZLibStream(picture, isOfLevels ? OfLevels : OfNames, leaveOpen: true);
#else
    /// <summary>Begins a stream that leaves the one below it open. Before .NET 9 the strategy cannot be chosen: the same picture in a few more bytes.</summary>
    /// <param name="picture">Where the compressed rows go.</param>
    /// <param name="isOfLevels">Whether pixels are levels, of which neighbours differ little.</param>
    public static Stream Open(Stream picture, bool isOfLevels) =>
        new ZLibStream(picture, isOfLevels ? CompressionLevel.Optimal : CompressionLevel.Fastest, leaveOpen: true);
#endif
}
