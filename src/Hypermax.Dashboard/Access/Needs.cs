namespace Hypermax.Dashboard.Access;

/// <summary>Says of an endpoint what somebody needs to be to use it; stands in its metadata.</summary>
/// <param name="Role">The least role.</param>
internal sealed record Needs(Role Role);
