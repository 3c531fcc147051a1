namespace Hypermax.Charts;

/// <summary>What to draw from the tables of a chart: axes, layers from back to front, colours, size.</summary>
internal sealed record ChartSpec
{
    /// <summary>Gets the path of the chart within a chart folder, without extension, of segments that are safe as file names on every system.</summary>
    /// <example><c>history</c>, <c>parameters/Trees/loss</c>, <c>pairs/Trees/MaxDepth/loss_matrix_min</c></example>
    public required string Name { get; init; }

    /// <summary>Gets the kind of chart, such as <c>history</c> or <c>slice</c>; see <see cref="ChartKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets a note below the title, such as what was left out, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Gets what the chart shows and how to read it, in a sentence or two; also the text for those who cannot see it.</summary>
    public required string Description { get; init; }

    /// <summary>Gets the names of the parameters that the chart is about; empty for charts of the whole study.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>Gets the horizontal axis, or null for parallel coordinates.</summary>
    public Axis? X { get; init; }

    /// <summary>Gets the vertical axis, or null for parallel coordinates.</summary>
    public Axis? Y { get; init; }

    /// <summary>Gets what is drawn, from back to front.</summary>
    public required IReadOnlyList<Layer> Layers { get; init; }

    /// <summary>Gets how the layers' colour columns become colours, or null when no layer has one.</summary>
    public ColorScale? Colors { get; init; }

    /// <summary>Gets the width in CSS pixels.</summary>
    public int Width { get; init; } = 640;

    /// <summary>Gets the height in CSS pixels.</summary>
    public int Height { get; init; } = 400;
}
