using Hypermax.Generators.Generation.Spaces.Model;

namespace Hypermax.Generators.Generation.Spaces.Emission;

/// <summary>The helper methods that a binder still needs.</summary>
internal sealed class BinderHelpers
{
    private readonly Queue<BinderHelper> _open = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Asks for the pair of methods that bind and unbind a list.</summary>
    /// <returns>What their names end in.</returns>
    public string List(string name, ListModel list) => Add(new ListHelper(name, list));

    /// <summary>Asks for the pair of methods that bind and unbind a branch that has branches of its own.</summary>
    /// <returns>What their names end in.</returns>
    public string Hierarchy(string name, string type, HierarchyShape shape) => Add(new HierarchyHelper(name, type, shape));

    public bool TryTake(out BinderHelper? helper)
    {
        helper = _open.Count > 0 ? _open.Dequeue() : null;
        return helper is not null;
    }

    private string Add(BinderHelper helper)
    {
        if (_known.Add(helper.Name))
        {
            _open.Enqueue(helper);
        }

        return helper.Name;
    }
}
