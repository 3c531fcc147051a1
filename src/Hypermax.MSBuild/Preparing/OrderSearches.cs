using Hypermax.Build.Protocol;
using Hypermax.Errors;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Hypermax.Build.Preparing;

/// <summary>Reads the items <c>HypertuneSearch</c> and puts searches that build on each other into stages.</summary>
public sealed class OrderSearches : Task
{
    /// <summary>Gets or sets the project.</summary>
    [Required]
    public string ProjectFile { get; set; } = string.Empty;

    /// <summary>Gets or sets the items: studies, with the metadata <c>DependsOn</c>.</summary>
    public ITaskItem[] Searches { get; set; } = [];

    /// <summary>Gets or sets the projects that this one references.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>Gets or sets the stage that this build is about.</summary>
    public int Stage { get; set; }

    /// <summary>Gets or sets the order in one line, for the coordinator.</summary>
    [Output]
    public string Order { get; set; } = string.Empty;

    /// <summary>Gets or sets the folders of other projects that searches build on, as <c>Base=/path/Base</c> with bars between them.</summary>
    [Output]
    public string Elsewhere { get; set; } = string.Empty;

    /// <summary>Gets or sets the stages after the first.</summary>
    [Output]
    public string[] LaterStages { get; set; } = [];

    /// <summary>Gets or sets the tuned files that the searches of the stage build on, whether they exist or not.</summary>
    [Output]
    public string[] EarlierFiles { get; set; } = [];

    private string ProjectName => Path.GetFileNameWithoutExtension(ProjectFile);

    private string Folder => Path.GetDirectoryName(Path.GetFullPath(ProjectFile))!;

    /// <inheritdoc/>
    public override bool Execute()
    {
        SearchOrder order = new(Searches.Select(search => new KeyValuePair<string, IReadOnlyList<string>>(search.ItemSpec.Trim(), Names(search))));
        if (order.Cycle.Count > 0)
        {
            Log.Say(
                BuildRules.CircularOrder,
                $"Searches of '{ProjectName}' build on each other in a circle: {string.Join(" builds on ", order.Cycle.Select(study => $"'{study}'"))}. "
                + "One of them must come first; remove a DependsOn from the HypertuneSearch items.",
                ProjectFile);
            return false;
        }

        if (!TryLocate(order, out Dictionary<string, string> folders))
        {
            return false;
        }

        Order = order.ToString();
        Elsewhere = string.Join("|", folders.Select(folder => $"{folder.Key}={folder.Value}"));
        LaterStages = [.. Enumerable.Range(1, order.Stages - 1).Select(stage => FormattableString.Invariant($"{stage}"))];
        IEnumerable<string> earlier = order.Studies.Where(study => order.StageOf(study) == Stage).SelectMany(order.EarlierOf);
        EarlierFiles = [.. earlier.Select(study => FileOf(study, folders)).Distinct(StringComparer.Ordinal)];
        return true;
    }

    private static IReadOnlyList<string> Names(ITaskItem search) =>
        [.. search.GetMetadata("DependsOn").Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries)];

    private bool TryLocate(SearchOrder order, out Dictionary<string, string> folders)
    {
        folders = new(StringComparer.OrdinalIgnoreCase);
        string[] projects = [.. References.Select(reference => Path.GetFullPath(Path.Combine(Folder, reference.ItemSpec.Replace('\\', '/'))))];
        foreach (string study in order.Studies.SelectMany(order.EarlierOf).Where(SearchOrder.IsElsewhere).Distinct(StringComparer.Ordinal))
        {
            string name = study.Substring(0, study.IndexOf('/'));
            if (projects.FirstOrDefault(path => string.Equals(Path.GetFileNameWithoutExtension(path), name, StringComparison.OrdinalIgnoreCase)) is { } project)
            {
                folders[name] = Path.GetDirectoryName(project)!;
                continue;
            }

            string[] names = [.. projects.Select(Path.GetFileNameWithoutExtension)!];
            string hint = NearestName.Of(name, names) is { } nearest
                ? $"Did you mean '{nearest}/{study.Substring(name.Length + 1)}'?"
                : "Reference it with a ProjectReference.";
            Log.Say(
                BuildRules.NoEarlierSearch,
                $"DependsOn of a HypertuneSearch names '{study}', but '{ProjectName}' references no project '{name}'. {hint}",
                ProjectFile);
            return false;
        }

        return true;
    }

    private string FileOf(string study, Dictionary<string, string> folders)
    {
        int slash = study.IndexOf('/');
        string folder = slash < 0 ? Folder : folders[study.Substring(0, slash)];
        return Path.Combine(folder, TunedFileName.Of(study.Substring(slash + 1)));
    }
}
