using Hypermax.Spaces;
using Hypermax.Spaces.Changes;
using Hypermax.Storage;

namespace Hypermax;

/// <summary>A store holds a study of another search space than the one that was meant; its trials would not fit.</summary>
public sealed class StudyMismatchException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="header">What the study in the store is.</param>
    /// <param name="space">The space that was meant.</param>
    public StudyMismatchException(StudyHeader header, SearchSpace space)
        : base($"Study '{header.Name}' was searched over another space ({SpaceJson.Hash(header.Space)}) than '{space.Name}' is now ({SpaceJson.Hash(space)}): {string.Join("; ", SpaceDiff.Compare(header.Space, space))}. Trials of different spaces do not mix. Migrate the old trials, begin afresh, or undo the change.")
    {
        Header = header;
        Space = space;
        Changes = SpaceDiff.Compare(header.Space, space);
    }

    /// <summary>Gets what the study in the store is.</summary>
    public StudyHeader Header { get; }

    /// <summary>Gets what exactly changed.</summary>
    public IReadOnlyList<SpaceChange> Changes { get; }

    /// <summary>Gets the space that was meant.</summary>
    public SearchSpace Space { get; }
}
