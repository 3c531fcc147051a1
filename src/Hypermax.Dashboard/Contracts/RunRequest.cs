namespace Hypermax.Dashboard.Contracts;

/// <summary>A search to be started.</summary>
/// <param name="File">The id of its file.</param>
internal sealed record RunRequest(string? File);
