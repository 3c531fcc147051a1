namespace Hypermax.Tune;

/// <summary>Turns places that the generator knows relative to the project into ones an editor can open.</summary>
internal static class Positions
{
    public static SourcePosition Of(TuneArguments arguments, SourcePosition position) =>
        position.File.Length == 0 ? position : position with { File = Path.GetFullPath(position.File, arguments.ProjectFolder) };
}
