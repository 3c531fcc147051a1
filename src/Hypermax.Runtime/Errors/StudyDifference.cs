namespace Hypermax;

/// <summary>Something that identifies a study and is asked for in another way than it was recorded.</summary>
/// <param name="Name">
/// What it is: <c>space</c>, <c>direction</c>, <c>loss</c>, <c>seed</c>, <c>order</c>, <c>lag</c>, <c>method</c>, <c>method options</c>,
/// <c>name</c> or <c>objective</c>.
/// </param>
/// <param name="Recorded">What the study recorded, in words.</param>
/// <param name="Asked">What is asked for, in words.</param>
/// <param name="Remedy">What can be done, apart from going back or beginning afresh; null when there is nothing else.</param>
public sealed record StudyDifference(string Name, string Recorded, string Asked, string? Remedy = null)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name} is recorded as {Recorded}, but {Asked} is asked for";
}
