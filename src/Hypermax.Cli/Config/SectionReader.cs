using System.Text.Json;
using Hypermax.Config.Faults;
using Hypermax.Config.Keys;
using Hypermax.Config.Text;
using Hypermax.Errors;

namespace Hypermax.Config;

/// <summary>Checks a document against the table of its keys and collects the values that hold.</summary>
internal sealed class SectionReader(FaultList faults)
{
    private readonly Dictionary<string, Node> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConfigKey> _keys = new(StringComparer.Ordinal);

    /// <summary>Gets the values by their paths, such as <c>function.parallel</c>, in the order of the document.</summary>
    public IReadOnlyDictionary<string, Node> Values => _values;

    /// <summary>Gets the keys that the values belong to; names of the user's own have none.</summary>
    public IReadOnlyDictionary<string, ConfigKey> Keys => _keys;

    /// <summary>Reads a section.</summary>
    /// <param name="section">Its keys.</param>
    /// <param name="node">The object.</param>
    /// <param name="path">Its path; empty for the document.</param>
    public void Read(SectionShape section, Node node, string path)
    {
        foreach (Member member in node.Members.DistinctBy(member => member.Name, StringComparer.Ordinal))
        {
            string own = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (section.Find(member.Name) is { } key)
            {
                Read(key, member, own, isSetting: path == "settings");
            }
            else if (section.Ignored.TryGetValue(member.Name, out string? why))
            {
                faults.Warning(member.Place, own, $"'{own}' {why}, and is ignored. Remove it.");
            }
            else if (!SectionShape.Notes.Contains(member.Name, StringComparer.Ordinal))
            {
                faults.Warning(
                    member.Place,
                    own,
                    $"'{own}' is no key of {(path.Length == 0 ? "a search" : $"'{path}'")} and is ignored. {Remedy(section, member.Name)}");
            }
        }
    }

    private static string Remedy(SectionShape section, string name) => NearestName.Of(name, section.Keys.Select(key => key.Name)) is { } nearest
        ? $"Did you mean '{nearest}'?"
        : $"Its keys are {string.Join(", ", section.Keys.Select(key => key.Name))}.";

    private void Read(ConfigKey key, Member member, string path, bool isSetting)
    {
        Node node = member.Value;
        if (node.Kind == NodeKind.Null && !isSetting)
        {
            // As if it were left out.
            return;
        }

        if (!key.Shape.Accepts(node, out string? hint))
        {
            faults.Error(
                node,
                path,
                $"'{path}' is {NodeJson.Shown(node)}; it must be {key.Shape.Words}. It says {key.Meaning}. "
                + $"{(hint is null ? string.Empty : hint + " ")}Write for example \"{key.Name}\": {Example(key)}.");
            return;
        }

        _values[path] = node;
        _keys[path] = key;
        if (key.Shape is SectionShape section)
        {
            Read(section, node, path);
        }
        else if (key.Shape is MapShape map)
        {
            ReadMap(map, key, node, path);
        }
    }

    private void ReadMap(MapShape map, ConfigKey key, Node node, string path)
    {
        foreach (Member member in node.Members.DistinctBy(member => member.Name, StringComparer.Ordinal))
        {
            string own = $"{path}.{member.Name}";
            if (!map.Value.Accepts(member.Value, out _))
            {
                faults.Error(
                    member.Value, own, $"'{own}' is {NodeJson.Shown(member.Value)}; it must be {map.Value.Words}. Write for example \"{key.Name}\": "
                        + $"{key.Example}.");
                continue;
            }

            _values[own] = member.Value;
            if (map.Value is SectionShape section)
            {
                Read(section, member.Value, own);
            }
        }
    }

    // Examples of settings are texts of the command line.
    private static string Example(ConfigKey key)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(key.Example);
            return key.Example;
        }
        catch (JsonException)
        {
            return $"\"{key.Example}\"";
        }
    }
}
