using Hypermax.Settings;

namespace Hypermax.Ci;

/// <summary>What environment variables say about the continuous integration that runs this process.</summary>
/// <remarks>Immutable. Reads variables once, when it is made.</remarks>
public sealed class CiEnvironment
{
    private CiEnvironment(IReadOnlyList<CiFormat> formats, string root, string? summary)
    {
        Formats = formats;
        Root = root;
        SummaryFile = summary;
    }

    /// <summary>Gets the formats that the server makes most of; none on a desk.</summary>
    public IReadOnlyList<CiFormat> Formats { get; }

    /// <summary>Gets the folder that paths are shown relative to: the one that was checked out, or the project's repository.</summary>
    public string Root { get; }

    /// <summary>Gets the file that GitHub shows as the summary of a step, or null.</summary>
    public string? SummaryFile { get; }

    /// <summary>Reads the variables.</summary>
    /// <param name="variable">Gets an environment variable, or null.</param>
    /// <param name="projectFolder">The folder of the project.</param>
    public static CiEnvironment Read(Func<string, string?> variable, string projectFolder)
    {
        CiServer? server = CiServer.Find(variable);
        string? root = server is null ? null : variable(server.FolderVariable);
        string? summary = variable("GITHUB_STEP_SUMMARY");
        return new CiEnvironment(
            [.. (server?.Formats ?? []).Select(FormatOf)],
            Directory.Exists(root) ? Path.GetFullPath(root) : RepositoryOf(projectFolder),
            string.IsNullOrWhiteSpace(summary) ? null : summary);
    }

    /// <summary>Gets a format by the name that the setting <c>HypertuneCi</c> has for it.</summary>
    internal static CiFormat FormatOf(string name) => Enum.Parse<CiFormat>(name, ignoreCase: true);

    private static string RepositoryOf(string folder)
    {
        for (string? at = Path.GetFullPath(folder); at is not null; at = Path.GetDirectoryName(at))
        {
            if (Path.Exists(Path.Combine(at, ".git")))
            {
                return at;
            }
        }

        return Path.GetFullPath(folder);
    }
}
