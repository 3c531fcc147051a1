namespace Hypermax.Dashboard.Guiding;

/// <summary>A file that a search can be started from.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Title">Its path for people, below the folder that was named.</param>
/// <param name="Folder">The folder of the search or of the project, where it is recorded who started it.</param>
internal sealed record SearchSource(string Path, string Title, string Folder);
