using Hypermax.Config.Faults;
using Hypermax.Config.Keys;
using Hypermax.Config.Text;
using Hypermax.Spaces.SearchJson;

namespace Hypermax.Config;

/// <summary>Reads <c>hyperparameters</c> and finds the places of what is wrong with it.</summary>
internal sealed class SpaceSection
{
    private static readonly string[] Choices = ["anyOf", "oneOf"];
    private readonly FaultList _faults;
    private readonly Node _node;
    private readonly Dictionary<string, (Node Node, string Path)> _nodes = new(StringComparer.Ordinal);

    private SpaceSection(Node node, FaultList faults)
    {
        _node = node;
        _faults = faults;
        Map(node, ConfigKeys.Space, ConfigKeys.Space);
    }

    /// <summary>Reads the section; null where it breaks a rule.</summary>
    /// <param name="node">The section.</param>
    /// <param name="name">What the space is called.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static SearchSpace? Read(Node node, string name, FaultList faults) => new SpaceSection(node, faults).Read(name);

    private SearchSpace? Read(string name)
    {
        string json = $"{{\"{ConfigKeys.Space}\":{NodeJson.Write(_node)}}}";
        try
        {
            SearchSpace space = SearchJsonReader.Read(json, name);
            Warn(json);
            return space;
        }
        catch (SearchJsonException error)
        {
            foreach (SearchJsonFault fault in error.Faults)
            {
                (Node node, string path) = Of(fault);
                _faults.Error(node, path, fault.Text);
            }
        }
        catch (FormatException error)
        {
            _faults.Error(_node, ConfigKeys.Space, error.Message);
        }

        Warn(json);
        return null;
    }

    private void Warn(string json)
    {
        foreach (SearchJsonFault fault in SearchJsonReader.Ignored(json))
        {
            (Node node, string path) = _nodes.GetValueOrDefault(fault.Path, (_node, ConfigKeys.Space));
            _faults.Warning(node.Find(fault.Key!)?.Place ?? node.Place, $"{path}.{fault.Key}", fault.Text);
        }
    }

    private (Node Node, string Path) Of(SearchJsonFault fault)
    {
        (Node node, string path) = _nodes.GetValueOrDefault(fault.Path, (_node, ConfigKeys.Space));
        return fault.Key is { } key && node.Find(key) is { } member ? (member.Value, $"{path}.{key}") : (node, path);
    }

    // The paths of parameters leave out 'properties' and the like, and count branches without those that are null.
    private void Map(Node node, string name, string path)
    {
        // Of names that stand twice the first is read.
        if (!_nodes.TryAdd(name, (node, path)))
        {
            return;
        }

        foreach (Member part in node.Find("properties")?.Value.Members ?? [])
        {
            Map(part.Value, $"{name}.{part.Name}", $"{path}.properties.{part.Name}");
        }

        if (node.Find("items") is { } items)
        {
            Map(items.Value, $"{name}.items", $"{path}.items");
        }

        foreach (string choice in Choices.Where(choice => node.Find(choice) is not null).Take(1))
        {
            IReadOnlyList<Node> all = node.Find(choice)!.Value.Items;
            int[] there = [.. Enumerable.Range(0, all.Count).Where(i => !IsNull(all[i]))];
            for (int i = 0; i < there.Length; i++)
            {
                bool isChoice = there.Length > 1 || there.Length == all.Count;
                _nodes.Remove(isChoice ? string.Empty : name);
                Map(all[there[i]], isChoice ? FormattableString.Invariant($"{name}.{i}") : name, FormattableString.Invariant($"{path}.{choice}[{there[i]}]"));
            }
        }
    }

    private static bool IsNull(Node node) => node.Find("type")?.Value is { Kind: NodeKind.Text, Text: "null" }
        || (node.Find("constant") ?? node.Find("const"))?.Value.Kind == NodeKind.Null;
}
