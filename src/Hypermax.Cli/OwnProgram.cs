namespace Hypermax;

/// <summary>How this program is started once more.</summary>
internal static class OwnProgram
{
    /// <summary>Gets the words: as a tool it is run by 'dotnet', as a single file it is its own program.</summary>
    public static IReadOnlyList<string> Words => Environment.ProcessPath switch
    {
        null => ["hypermax"],
        { } host when Path.GetFileNameWithoutExtension(host) == "dotnet" => [host, "exec", Path.Combine(AppContext.BaseDirectory, "hypermax.dll")],
        { } self => [self],
    };
}
