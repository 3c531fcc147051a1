using System.Globalization;
using Hypermax.Config.Faults;
using Hypermax.Config.Keys;
using Hypermax.Config.Text;
using Hypermax.Errors;
using Hypermax.Templates;

namespace Hypermax.Config;

/// <summary>Puts in the place of every <c>$ref</c> what it names: a part of the same file, of another one beside it, or a template.</summary>
/// <remarks>Keys beside a <c>$ref</c> count before those of what it names. Nodes keep the places they came from.</remarks>
internal sealed class References(FaultList faults)
{
    private const string Key = "$ref";
    private readonly Dictionary<string, Node> _files = new(StringComparer.Ordinal);
    private readonly List<string> _within = [];

    /// <summary>Gets whether a reference named nothing, so that what it stands in is not whole.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Resolves a document.</summary>
    /// <param name="root">The document.</param>
    /// <param name="path">Its file.</param>
    public Node Resolve(Node root, string path)
    {
        string full = Path.GetFullPath(path);
        _files[full] = root;
        return root.Kind == NodeKind.Object
            ? root.With([.. root.Members.Where(part => !ConfigKeys.Definitions.Contains(part.Name, StringComparer.Ordinal)).Select(
                part => part with { Value = Walk(part.Value, full, part.Name) })])
            : root;
    }

    private Node Walk(Node node, string file, string path)
    {
        if (node.Kind == NodeKind.Array)
        {
            return node.With([.. node.Items.Select((item, i) => Walk(item, file, FormattableString.Invariant($"{path}[{i}]")))]);
        }

        if (node.Kind != NodeKind.Object)
        {
            return node;
        }

        Node own = node.With(
            [.. node.Members.Where(part => part.Name != Key).Select(part => part with { Value = Walk(part.Value, file, $"{path}.{part.Name}") })]);
        return node.Find(Key) is { } reference ? Named(own, reference.Value, file, $"{path}.{Key}") : own;
    }

    private Node Named(Node own, Node reference, string file, string path)
    {
        if (reference.Kind != NodeKind.Text || reference.Text.Length == 0)
        {
            IsBroken = true;
            faults.Error(reference, path, $"'{path}' is {NodeJson.Shown(reference)}; it must be a text such as \"layers.json#/layer\" or \"#/$defs/layer\".");
            return own;
        }

        string[] parts = reference.Text.Split('#', 2);
        if (Target(parts[0], file, reference, path) is not { } target)
        {
            IsBroken = true;
            return own;
        }

        string name = $"{target}#{(parts.Length > 1 ? parts[1] : string.Empty)}";
        if (_within.Contains(name, StringComparer.Ordinal))
        {
            IsBroken = true;
            faults.Error(
                reference,
                path,
                $"'{path}' is {NodeJson.Shown(reference)}, which names itself again further in; a space has an end. Remove one of them.");
            return own;
        }

        if (Open(target, reference, path) is not { } document || Part(document, parts.Length > 1 ? parts[1] : string.Empty, reference, path) is not { } found)
        {
            IsBroken = true;
            return own;
        }

        _within.Add(name);
        Node resolved = Walk(found, target, path);
        _within.RemoveAt(_within.Count - 1);
        return own.Members.Count == 0 ? resolved
            : resolved.With([.. own.Members, .. resolved.Members.Where(part => own.Find(part.Name) is null)]);
    }

    // The file, in full, or the address of a template.
    private string? Target(string name, string file, Node reference, string path)
    {
        if (!TemplateAddress.Is(name))
        {
            return name.Length == 0 ? file : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, Uri.UnescapeDataString(name)));
        }

        try
        {
            DataSize around = TemplateAddress.Is(file) ? TemplateAddress.Parse(file, DataSize.Usual).Size : DataSize.Usual;
            return TemplateAddress.Parse(name, around).ToString();
        }
        catch (FormatException error)
        {
            faults.Error(reference, path, $"'{path}' is {NodeJson.Shown(reference)}. {error.Message}");
            return null;
        }
    }

    private Node? Open(string file, Node reference, string path)
    {
        if (_files.TryGetValue(file, out Node? known))
        {
            return known;
        }

        if (TemplateAddress.Is(file))
        {
            TemplateAddress address = TemplateAddress.Parse(file, DataSize.Usual);
            return _files[file] = Template.Read(address.Name).Space(address.Size);
        }

        string shown = Path.GetRelativePath(Directory.GetCurrentDirectory(), file);
        if (!File.Exists(file))
        {
            string folder = Path.GetDirectoryName(file)!;
            string[] there = Directory.Exists(folder) ? [.. Directory.GetFiles(folder).Select(Path.GetFileName).OfType<string>()] : [];
            faults.Error(
                reference,
                path,
                $"'{path}' is {NodeJson.Shown(reference)}, but there is no file '{shown}'; a reference names a file relative to the one it stands in, "
                    + "or '#/…'. "
                + $"{NearestName.Hint(Path.GetFileName(file), there)}Correct the path.");
            return null;
        }

        try
        {
            return _files[file] = ConfigFile.Read(file, shown);
        }
        catch (SyntaxException error)
        {
            faults.Add(new Fault(error.Place, string.Empty, Value: null, error.Message));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            faults.Error(reference, path, $"'{path}' is {NodeJson.Shown(reference)}, which cannot be read: {error.Message}");
        }

        return null;
    }

    // A pointer of RFC 6901.
    private Node? Part(Node document, string pointer, Node reference, string path)
    {
        Node node = document;
        foreach (string step in pointer.Split('/').Skip(1))
        {
            string name = Uri.UnescapeDataString(step).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            Node? next = node.Kind == NodeKind.Array
                ? (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < node.Items.Count ? node.Items[index] : null)
                : node.Find(name)?.Value;
            if (next is null)
            {
                faults.Error(
                    reference,
                    path,
                    $"'{path}' is {NodeJson.Shown(reference)}, but there is no '{name}' at that place of '{document.Place.File}'; "
                    + "a pointer names keys and numbers of elements, as in '#/$defs/layer'. "
                    + $"{NearestName.Hint(name, node.Members.Select(part => part.Name))}Correct it.");
                return null;
            }

            node = next;
        }

        return node;
    }
}
