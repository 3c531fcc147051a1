namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>How a list is made.</summary>
internal enum ListKind
{
    /// <summary>An array, or an interface that arrays implement.</summary>
    Array,

    /// <summary>A <c>List&lt;T&gt;</c>.</summary>
    List,

    /// <summary>An <c>ImmutableArray&lt;T&gt;</c>.</summary>
    ImmutableArray,
}
