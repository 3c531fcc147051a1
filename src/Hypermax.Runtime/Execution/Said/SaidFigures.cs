namespace Hypermax.Execution.Said;

/// <summary>The metrics of one trial within their caps.</summary>
internal sealed class SaidFigures
{
    private readonly Dictionary<string, double> _figures = new(StringComparer.Ordinal);

    /// <summary>Gets how many were left out.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Gets the figures by name; whoever shares this between threads copies them first.</summary>
    public IReadOnlyDictionary<string, double> All => _figures;

    /// <summary>Sets a figure; one for which there is no room is left out.</summary>
    public void Set(string? name, double value)
    {
        name = SaidText.Fit(name, SaidCaps.Name);
        if (_figures.Count < SaidCaps.Entries || _figures.ContainsKey(name))
        {
            _figures[name] = value;
        }
        else
        {
            LeftOut++;
        }
    }
}
