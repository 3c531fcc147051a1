using Hypermax.Spaces.Changes;
using Hypermax.Storage;

namespace Hypermax;

/// <summary>A store holds a study that is not the one that was meant: its trials would not belong together with new ones.</summary>
public sealed class StudyMismatchException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="header">What the study in the store is.</param>
    /// <param name="space">The space that was meant.</param>
    /// <param name="differences">What differs; at least one.</param>
    public StudyMismatchException(StudyHeader header, SearchSpace space, IReadOnlyList<StudyDifference> differences)
        : base(
            $"Study '{header.Name}' cannot go on as asked: {string.Join("; ", differences)}. "
            + string.Concat(differences.Select(difference => difference.Remedy).OfType<string>().Distinct(StringComparer.Ordinal).Select(text => text + " "))
            + "Go back to what is recorded, or begin afresh in another folder.")
    {
        Header = header;
        Space = space;
        Differences = differences;
        Changes = SpaceDiff.Compare(header.Space, space);
    }

    /// <summary>Gets what the study in the store is.</summary>
    public StudyHeader Header { get; }

    /// <summary>Gets what differs, in the order of importance.</summary>
    public IReadOnlyList<StudyDifference> Differences { get; }

    /// <summary>Gets what exactly changed in the space; empty when it is the same.</summary>
    public IReadOnlyList<SpaceChange> Changes { get; }

    /// <summary>Gets the space that was meant.</summary>
    public SearchSpace Space { get; }
}
