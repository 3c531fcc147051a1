using Hypermax.Config.Faults;
using Hypermax.Config.Keys;
using Hypermax.Config.Text;
using Hypermax.Settings;

namespace Hypermax.Config;

/// <summary>Reads a configuration of Hypermax, JSON or YAML, and collects all that is wrong with it; see docs/formats/search-json.md.</summary>
internal static class ConfigReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <returns>What could be read; null where the file is no JSON and no YAML.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SearchConfig? Read(string path, FaultList faults)
    {
        Node root;
        try
        {
            root = ConfigFile.Read(path, path);
        }
        catch (SyntaxException error)
        {
            faults.Add(new Fault(error.Place, string.Empty, Value: null, error.Message));
            return null;
        }

        if (root.Kind != NodeKind.Object)
        {
            faults.Error(
                root,
                string.Empty,
                $"The document is {NodeJson.Shown(root)}; a search is an object with the keys {Keys(ConfigKeys.Document)}. Write it in braces.");
            return null;
        }

        DuplicateKeys.Find(root, string.Empty, faults);
        References references = new(faults);
        root = references.Resolve(root, path);
        return Read(path, root, isWhole: !references.IsBroken, faults);
    }

    private static SearchConfig Read(string path, Node root, bool isWhole, FaultList faults)
    {
        SectionReader reader = new(faults);
        reader.Read(ConfigKeys.Document, root, string.Empty);
        IReadOnlyDictionary<string, Node> values = reader.Values;
        GivenSettings given = new(faults);
        string? function = new FunctionSection(values, given, faults).Read();
        foreach ((string key, ConfigKey about) in reader.Keys.Where(key => key.Value.Setting is not null && BelongsTo(key.Value, function)))
        {
            given.Add(about.Setting!, values[key].Kind == NodeKind.Null ? null : SettingShape.TextOf(values[key]), key, values[key]);
        }

        if (values.GetValueOrDefault("results.graphs") is { Text: "false" } graphs)
        {
            given.Add(StudySettings.Charts, "none", "results.graphs", graphs);
        }

        if (values.GetValueOrDefault(StagesSection.Path) is { } stages && new StagesSection(faults).Write(stages) is { } line)
        {
            given.Add(StudySettings.Stages, line, StagesSection.Path, stages);
        }

        new BudgetSection(values, given, faults).Read(function);
        new FigureSection(values, given, faults).Read();
        bool isMaximized = given.ToSet().Text(StudySettings.Direction) == "maximize";
        if (new MetricsLoss(values, isMaximized, faults).Write() is { } loss)
        {
            given.Add(TrialSettings.Loss, loss, "metrics", values["metrics"]);
        }

        return new SearchConfig
        {
            Path = path,
            Root = root,
            Space = isWhole ? SpaceOf(path, root, function, faults) : null,
            Settings = given.ToSet().Located(Path.GetDirectoryName(Path.GetFullPath(path))!).Spelled(ConfigKeys.PathOf),
            Function = function,
            Values = values,
        };
    }

    private static bool BelongsTo(ConfigKey key, string? function) =>
        key.Functions.Count == 0 || (function is not null && key.Functions.Contains(function, StringComparer.Ordinal));

    private static SearchSpace? SpaceOf(string path, Node root, string? function, FaultList faults)
    {
        Node? space = root.Find(ConfigKeys.Space)?.Value;
        if (function == FunctionKeys.Dotnet)
        {
            if (space is not null)
            {
                faults.Error(
                    space, ConfigKeys.Space, "'hyperparameters' stands beside a function of the type dotnet, "
                        + "whose space is that of its [SearchSpace] record. Remove it.");
            }

            return null;
        }

        if (space is { Kind: NodeKind.Object })
        {
            return SpaceSection.Read(space, Path.GetFileNameWithoutExtension(path), faults);
        }

        if (space is null or { Kind: NodeKind.Null })
        {
            faults.Error(root, ConfigKeys.Space, "The search has no 'hyperparameters', the space that is searched. "
                + "Write for example \"hyperparameters\": {\"type\": \"object\", \"properties\": {\"rate\": {\"type\": \"number\", \"min\": 0, \"max\": 1}}}.");
        }

        return null;
    }

    private static string Keys(SectionShape section) => string.Join(", ", section.Keys.Select(key => key.Name));
}
