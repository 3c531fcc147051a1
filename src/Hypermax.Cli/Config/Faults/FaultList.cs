using Hypermax.Config.Text;

namespace Hypermax.Config.Faults;

/// <summary>Collects what is wrong, so that people hear of all at once.</summary>
internal sealed class FaultList
{
    private readonly List<Fault> _faults = [];

    /// <summary>Gets what was found, in the order of the files.</summary>
    public IReadOnlyList<Fault> All =>
    [
        .. _faults.Distinct()
            .OrderBy(fault => fault.Place.File, StringComparer.Ordinal)
            .ThenBy(fault => fault.Place.Line)
            .ThenBy(fault => fault.Place.Column),
    ];

    /// <summary>Gets whether anything keeps the search from running.</summary>
    public bool HasErrors => _faults.Exists(fault => !fault.IsWarning);

    /// <summary>Adds a fault.</summary>
    public void Add(Fault fault) => _faults.Add(fault);

    /// <summary>Adds what is wrong with a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="path">Its path.</param>
    /// <param name="text">What is wrong, what was expected, and the remedy.</param>
    public void Error(Node node, string path, string text) => _faults.Add(new Fault(node.Place, path, NodeJson.Shown(node), text));

    /// <summary>Adds what is likely not meant.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="path">Its path.</param>
    /// <param name="text">What is odd, and the remedy.</param>
    public void Warning(SourcePosition place, string path, string text) => _faults.Add(new Fault(place, path, Value: null, text) { IsWarning = true });
}
