namespace Hypermax.Search;

/// <summary>Turns places that the generator knows relative to the project into ones an editor can open.</summary>
internal static class Positions
{
    public static SourcePosition In(this SourcePosition position, string projectFolder) =>
        position.File.Length == 0 ? position : position with { File = Path.GetFullPath(position.File, projectFolder) };
}
