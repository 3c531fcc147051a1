using Hypermax.Settings;

namespace Hypermax.Search;

/// <summary>What continuous integration is told the results of: a project, or the search of a program.</summary>
/// <param name="Name">The name that they stand under.</param>
/// <param name="File">The project, or the file of the space: where remarks without a place are shown.</param>
/// <param name="Output">The folder for files.</param>
/// <param name="Settings">What was asked for.</param>
internal sealed record CiSubject(string Name, string File, string Output, SettingSet Settings)
{
    /// <summary>Gets the folder that reports are shown relative to.</summary>
    public string Folder => Path.GetDirectoryName(File)!;
}
