using Hypermax.Tables;

namespace Hypermax.Charts;

/// <summary>A chart: a specification and the tables it draws. Every writer draws from these and computes nothing of its own.</summary>
public sealed class Chart
{
    /// <summary>Creates a chart.</summary>
    /// <param name="spec">What to draw.</param>
    /// <param name="table">The main table, the one that layers without a table name draw.</param>
    /// <param name="parts">Further tables by the name that layers give them, or null for none.</param>
    internal Chart(ChartSpec spec, Table table, IReadOnlyDictionary<string, Table>? parts = null)
    {
        Spec = spec;
        Table = table;
        Parts = parts ?? new Dictionary<string, Table>(StringComparer.Ordinal);
    }

    /// <summary>Gets what to draw.</summary>
    internal ChartSpec Spec { get; }

    /// <summary>Gets the main table.</summary>
    public Table Table { get; }

    /// <summary>Gets the further tables by name, such as the contour lines beside the cells.</summary>
    public IReadOnlyDictionary<string, Table> Parts { get; }

    /// <summary>Gets the table that a layer draws.</summary>
    /// <param name="layer">A layer of <see cref="Spec"/>.</param>
    internal Table TableOf(Layer layer) => layer.Table.Length == 0 ? Table : Parts[layer.Table];
}
