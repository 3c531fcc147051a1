namespace Hypermax.Dashboard.Sources;

/// <summary>Where studies come from: folders, or a database.</summary>
/// <remarks>Called from one thread at a time.</remarks>
internal interface IStudySource
{
    /// <summary>Finds the studies there are now.</summary>
    /// <exception cref="IOException">The source cannot be read at the moment.</exception>
    IReadOnlyList<StudyPlace> Find();

    /// <summary>Begins to follow a study.</summary>
    /// <param name="place">One that was found.</param>
    /// <exception cref="IOException">It is not there any more.</exception>
    IStudyFeed Open(StudyPlace place);
}
