namespace Hypermax.Dashboard.Notes;

/// <summary>What somebody wrote on a study.</summary>
/// <param name="Title">What to call it, or null.</param>
/// <param name="Tags">Words to find it by.</param>
/// <param name="IsArchived">Whether lists leave it out.</param>
internal sealed record StudyLabel(string? Title, IReadOnlyList<string> Tags, bool IsArchived)
{
    /// <summary>Gets the label of a study on which nobody wrote.</summary>
    public static StudyLabel None { get; } = new(null, [], IsArchived: false);
}
