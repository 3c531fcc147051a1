namespace Hypermax.Spaces.Trees;

/// <summary>A list of parts that are all alike.</summary>
/// <param name="Element">What each element is: an object, a choice between branches or a parameter.</param>
/// <param name="Min">The smallest number of elements; at least 0.</param>
/// <param name="Max">The largest number of elements; at least 1 and not below <paramref name="Min"/>.</param>
internal sealed record ListNode(SpaceNode Element, int Min, int Max) : SpaceNode;
