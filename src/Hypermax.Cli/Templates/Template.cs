using System.Globalization;
using System.Text;
using Hypermax.Config.Text;

namespace Hypermax.Templates;

/// <summary>A search that the tool carries: a space with the reason of each range, and a program that uses it.</summary>
/// <remarks>Each has one source, <c>Templates/Sources/NAME.yaml</c> with a point for a colon; search.json, YAML and C# are written from it.</remarks>
internal sealed class Template
{
    private readonly Node _root;

    private Template(string name, Node root) => (Name, _root) = (name, root);

    /// <summary>Gets the names of all, families last.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(Template).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Sources, StringComparison.Ordinal))
            .Select(name => name[Sources.Length..^".yaml".Length].Replace('.', ':'))
            .OrderBy(name => name.Contains(':', StringComparison.Ordinal))
            .ThenBy(name => name, StringComparer.Ordinal),
    ];

    private const string Sources = "templates/Sources/";

    /// <summary>Gets the name, such as <c>lightgbm</c> or <c>sklearn:SVC</c>.</summary>
    public string Name { get; }

    /// <summary>Reads a template.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public static Template Read(string name) => new(name, YamlNodes.Read($"template:{name}", Resource($"{Sources}{name.Replace(':', '.')}.yaml")));

    /// <summary>Reads a text that the tool carries.</summary>
    /// <param name="name">Its name, as <c>templates/…</c>.</param>
    public static string Resource(string name)
    {
        using Stream stream = typeof(Template).Assembly.GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Gets a fact of the source, such as its <c>title</c>; null where it has none.</summary>
    public string? Fact(string key) => _root.Find(key)?.Value.Text;

    /// <summary>Gets the space as it stands in the source, with rules and references.</summary>
    public Node Source => _root.Find("hyperparameters")!.Value;

    /// <summary>Gets the space for data of a size; references are left in.</summary>
    public Node Space(DataSize size) => Sized(Source, size);

    private static Node Sized(Node node, DataSize size)
    {
        if (node.Kind == NodeKind.Array)
        {
            return node.With([.. node.Items.Select(item => Sized(item, size))]);
        }

        bool isInteger = node.Find("type")?.Value.Text == "integer";
        return node.With([.. node.Members.Select(part => part with { Value = Clamped(node, part.Name, Number(part.Value), isInteger, size) })]);

        Node Number(Node value) => value.Kind == NodeKind.Text && SizeRule.Read(value.Text, size, isInteger) is double number
            ? Node.Scalar(NodeKind.Number, value.Place, number.ToString("R", CultureInfo.InvariantCulture))
            : Sized(value, size);
    }

    // A default that the size of the data puts outside of its range moves to the end that is near.
    private static Node Clamped(Node owner, string key, Node value, bool isInteger, DataSize size)
    {
        if (key != "default" || value.Kind != NodeKind.Number)
        {
            return value;
        }

        double number = Parse(value.Text);
        double low = Bound("min") ?? number;
        double high = Bound("max") ?? number;
        double moved = Math.Clamp(number, low, high);
        return moved == number ? value : Node.Scalar(NodeKind.Number, value.Place, moved.ToString("R", CultureInfo.InvariantCulture));

        double? Bound(string name) => owner.Find(name)?.Value switch
        {
            { Kind: NodeKind.Number } plain => Parse(plain.Text),
            { Kind: NodeKind.Text } rule => SizeRule.Read(rule.Text, size, isInteger),
            _ => null,
        };
    }

    private static double Parse(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
