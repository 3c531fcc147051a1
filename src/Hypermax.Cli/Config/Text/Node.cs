namespace Hypermax.Config.Text;

/// <summary>A node of a configuration, JSON or YAML, that knows where it stands.</summary>
/// <remarks>Immutable. Trees may share nodes: an alias of YAML is the node it names.</remarks>
internal sealed record Node
{
    private Node(NodeKind kind, SourcePosition place, string text)
    {
        Kind = kind;
        Place = place;
        Text = text;
    }

    /// <summary>Gets what it is.</summary>
    public NodeKind Kind { get; }

    /// <summary>Gets where it begins.</summary>
    public SourcePosition Place { get; }

    /// <summary>Gets the text of a text, or a scalar in the form of JSON; empty for objects and arrays.</summary>
    public string Text { get; }

    /// <summary>Gets the parts of an object in their order; names may repeat.</summary>
    public IReadOnlyList<Member> Members { get; private init; } = [];

    /// <summary>Gets the elements of an array.</summary>
    public IReadOnlyList<Node> Items { get; private init; } = [];

    public static Node Object(SourcePosition place, IReadOnlyList<Member> members) => new(NodeKind.Object, place, string.Empty) { Members = members };

    public static Node Array(SourcePosition place, IReadOnlyList<Node> items) => new(NodeKind.Array, place, string.Empty) { Items = items };

    public static Node OfText(SourcePosition place, string text) => new(NodeKind.Text, place, text);

    public static Node Scalar(NodeKind kind, SourcePosition place, string json) => new(kind, place, json);

    /// <summary>Gets the part of an object with a name; the first where it stands twice, null where there is none.</summary>
    public Member? Find(string name) => Members.FirstOrDefault(member => member.Name == name);

    /// <summary>Gets an object with other parts.</summary>
    public Node With(IReadOnlyList<Member> members) => this with { Members = members };

    /// <summary>Gets an array with other elements.</summary>
    public Node With(IReadOnlyList<Node> items) => this with { Items = items };
}
