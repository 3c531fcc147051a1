namespace Hypermax.Dashboard.Contracts;

/// <summary>A file that a search can be started from.</summary>
/// <param name="Id">Its name in requests.</param>
/// <param name="Path">Where it is, for people.</param>
/// <param name="Running">Whether these pages have started it and it still runs.</param>
/// <param name="Exit">The code it ended with; null while it runs, or was not started.</param>
/// <param name="Output">The last lines that it printed, or null.</param>
internal sealed record RunFile(string Id, string Path, bool Running, int? Exit, string? Output);
