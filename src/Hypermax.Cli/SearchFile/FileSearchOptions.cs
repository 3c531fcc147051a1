using Hypermax.Workers;

namespace Hypermax.SearchFile;

/// <summary>What <c>hypermax search</c> was asked to do.</summary>
internal sealed record FileSearchOptions
{
    /// <summary>Gets the configuration.</summary>
    public required string File { get; init; }

    /// <summary>Gets the folder of results that was named, or null.</summary>
    public string? Folder { get; init; }

    /// <summary>Gets whether to go on with earlier results; null where nobody says.</summary>
    public bool? Resume { get; init; }

    /// <summary>Gets what this process does of a study that several share, or null where it searches alone.</summary>
    public SharedWork? Shared { get; init; }

    /// <summary>Gets the properties, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Properties { get; init; } = [];

    /// <summary>Gets the settings that were given by options of their own, such as <c>--store</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Shortcuts { get; init; } = [];

    /// <summary>Gets what asks a question that is answered with yes or no; null where nobody can be asked.</summary>
    /// <remarks>Null is the answer of somebody who goes away.</remarks>
    public Func<string, bool?>? Ask { get; init; }
}
