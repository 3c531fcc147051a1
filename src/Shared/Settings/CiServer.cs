namespace Hypermax.Settings;

/// <summary>A server of continuous integration, as its environment variables tell of it.</summary>
internal sealed class CiServer
{
    private readonly string _switch;

    private CiServer(string name, string flag, string folder, params string[] formats)
    {
        Name = name;
        _switch = flag;
        FolderVariable = folder;
        Formats = formats;
    }

    /// <summary>Gets the servers that are known.</summary>
    public static IReadOnlyList<CiServer> All { get; } =
    [
        new("GitHub Actions", "GITHUB_ACTIONS", "GITHUB_WORKSPACE", "github", "sarif"),
        new("Azure Pipelines", "TF_BUILD", "BUILD_SOURCESDIRECTORY", "azure", "trx"),
        new("GitLab", "GITLAB_CI", "CI_PROJECT_DIR", "gitlab", "junit"),
    ];

    /// <summary>Gets the name, for people.</summary>
    public string Name { get; }

    /// <summary>Gets the variable that names the folder which was checked out.</summary>
    public string FolderVariable { get; }

    /// <summary>Gets the formats of which the server makes most, by the names of the setting <c>Ci</c>.</summary>
    public IReadOnlyList<string> Formats { get; }

    /// <summary>Finds the server that runs this process, or null.</summary>
    /// <param name="variable">Gets an environment variable, or null.</param>
    public static CiServer? Find(Func<string, string?> variable) =>
        All.FirstOrDefault(server => string.Equals(variable(server._switch)?.Trim(), "true", StringComparison.OrdinalIgnoreCase));

    /// <summary>Gets the formats to write: those that were asked for, or those of the server.</summary>
    /// <param name="settings">What was asked for.</param>
    /// <param name="variable">Gets an environment variable, or null.</param>
    public static IReadOnlyList<string> FormatsOf(SettingSet settings, Func<string, string?> variable)
    {
        IReadOnlyList<string> asked = settings.List(BuildSettings.Ci);
        return (asked.Count == 0 ? "auto" : asked[0]) switch
        {
            "auto" => Find(variable)?.Formats ?? [],
            Setting.None => [],
            _ => asked,
        };
    }
}
