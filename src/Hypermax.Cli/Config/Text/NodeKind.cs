namespace Hypermax.Config.Text;

/// <summary>What a node of a configuration is.</summary>
internal enum NodeKind
{
    /// <summary>A mapping from names to nodes.</summary>
    Object,

    /// <summary>A list of nodes.</summary>
    Array,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>true or false.</summary>
    Flag,

    /// <summary>Nothing.</summary>
    Null,
}
