using Hypermax.Studies.Guiding;

namespace Hypermax.Studies.Watching;

/// <summary>What people may do with a study from outside.</summary>
/// <param name="Actions">What its search can be asked, of <see cref="GuideAction.Names"/>.</param>
internal sealed record StudyMeans(IReadOnlyList<string> Actions)
{
    /// <summary>Gets everything.</summary>
    public static StudyMeans All { get; } = new(GuideAction.Names);

    /// <summary>Gets why nothing can be asked or written at all, in a sentence; null when something can.</summary>
    public string? Refusal { get; init; }
}
