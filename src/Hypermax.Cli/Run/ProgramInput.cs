using Hypermax.Search;
using Hypermax.Settings;

namespace Hypermax.Run;

/// <summary>What the search of a program begins with, whoever gave it: options of the command line, or a file alone.</summary>
internal sealed record ProgramInput
{
    /// <summary>Gets the file with the space, in full.</summary>
    public required string File { get; init; }

    /// <summary>Gets the folder of the study.</summary>
    public required string Folder { get; init; }

    /// <summary>Gets the space.</summary>
    public required SearchSpace Space { get; init; }

    /// <summary>Gets what was given, on all surfaces.</summary>
    public required SettingSet Settings { get; init; }

    /// <summary>Gets what finds the place in a file that a broken rule is about, or null.</summary>
    public Func<Violation, SourcePosition?> PositionOf { get; init; } = _ => null;

    /// <summary>Gets what makes the folder ready once nothing keeps the search from beginning.</summary>
    public Action Begin { get; init; } = () => { };

    /// <summary>Gets who follows the search.</summary>
    public IReadOnlyList<ISearchObserver> Observers { get; init; } = [];
}
