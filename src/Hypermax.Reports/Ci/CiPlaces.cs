namespace Hypermax.Ci;

/// <summary>Turns places in the source into what servers show: paths relative to the repository, with slashes.</summary>
/// <param name="result">Names the project file, which stands for places that nobody knows.</param>
/// <param name="root">The folder that was checked out.</param>
internal sealed class CiPlaces(CiResult result, string root)
{
    /// <summary>Gets the place of a remark.</summary>
    public CiPlace Of(CiRemark remark) => Of(remark.Position);

    /// <summary>Gets a place.</summary>
    public CiPlace Of(SourcePosition? position) => position is { File.Length: > 0 }
        ? new CiPlace(PathOf(position.File), Math.Max(1, position.Line), Math.Max(1, position.Column))
        : new CiPlace(PathOf(result.ProjectFile), 1, 1);

    /// <summary>Gets a path relative to the repository where it lies in it.</summary>
    public string PathOf(string path)
    {
        string relative = Path.GetRelativePath(root, path);
        bool isOutside = relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative);
        return (isOutside ? path : relative).Replace('\\', '/');
    }
}
