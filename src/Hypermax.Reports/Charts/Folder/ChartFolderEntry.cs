namespace Hypermax.Charts.Folder;

/// <summary>A chart in a folder.</summary>
/// <param name="Name">Its name: the path of its files without extension.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Title">Its title.</param>
/// <param name="Hash">A hash of what it draws; as long as it stays, the files stay.</param>
/// <param name="Files">Its files, relative to the folder.</param>
public sealed record ChartFolderEntry(string Name, string Kind, string Title, string Hash, IReadOnlyList<string> Files);
