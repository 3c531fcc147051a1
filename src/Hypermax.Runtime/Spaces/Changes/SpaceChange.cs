namespace Hypermax.Spaces.Changes;

/// <summary>One difference between two versions of a space.</summary>
/// <param name="Kind">What kind of difference it is.</param>
/// <param name="Parameter">The name of the parameter in the new space, or in the old one when it was removed.</param>
/// <param name="Text">The difference in words, such as <c>'Trees' was widened from [1, 100] to [1, 1000]</c>.</param>
public sealed record SpaceChange(SpaceChangeKind Kind, string Parameter, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
