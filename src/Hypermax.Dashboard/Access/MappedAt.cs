namespace Hypermax.Dashboard.Access;

/// <summary>Says where the pages are mapped; stands in the metadata of their endpoints.</summary>
/// <param name="Path">The path, such as <c>/hypermax</c>; empty at the root.</param>
internal sealed record MappedAt(string Path);
