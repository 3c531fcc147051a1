namespace Hypermax.Charts.Folder;

/// <summary>What is written into a chart folder.</summary>
public sealed record ChartFolderOptions
{
    /// <summary>Gets which charts are made.</summary>
    public ChartOptions Charts { get; init; } = new();

    /// <summary>Gets whether pictures are written as SVG; true by default.</summary>
    public bool HasSvg { get; init; } = true;

    /// <summary>Gets whether pictures are written as PNG; true by default.</summary>
    public bool HasPng { get; init; } = true;

    /// <summary>Gets the pixels for each CSS pixel in PNG pictures of the study and of single parameters; 2 by default, from 0.1 to 10.</summary>
    public double PngScale { get; init; } = 2;

    /// <summary>Gets the same for PNG pictures of pairs, of which there are very many; 1 by default.</summary>
    public double PairPngScale { get; init; } = 1;

    /// <summary>Gets how many charts are made at once; by default as many as there are processors.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;
}
