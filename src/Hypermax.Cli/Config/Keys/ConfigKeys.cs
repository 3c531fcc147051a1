using Hypermax.Settings;

namespace Hypermax.Config.Keys;

/// <summary>Every key of a configuration outside of its space; the space has its own in <c>SearchJsonKeys</c>.</summary>
internal static class ConfigKeys
{
    public const string Space = "hyperparameters";

    /// <summary>Where a document keeps parts for <c>$ref</c>.</summary>
    public static readonly string[] Definitions = ["$defs", "definitions"];

    private static readonly SectionShape Results = new(
    [
        new("directory", PlainShape.Text, "what result folders are called; '_0', '_1' … is appended", "\"results\""),
        new("graphs", PlainShape.Flag, "whether charts are written", "true"),
    ]);

    private static readonly SectionShape Screen = new(
    [
        new("enabled", PlainShape.Flag, "whether a terminal shows the search on a full screen, rather than in lines", "false"),
    ]);

    private static readonly SectionShape Settings =
        new([.. SettingSource.Json.Known.Select(setting =>
            new ConfigKey(setting.Key, new SettingShape(setting, isLenient: true), setting.Meaning, setting.Example) { Setting = setting })]);

    /// <summary>Gets the document.</summary>
    public static SectionShape Document { get; } = new(
    [
        new("$schema", PlainShape.Text, "where editors find the schema, which completes and checks keys", "\"search.schema.json\""),
        .. Definitions.Select(name => new ConfigKey(name, PlainShape.Object, "parts that '$ref' names", "{}")),
        new(Space, PlainShape.Object, "the search space", "{\"type\": \"object\", \"properties\": {}}"),
        new(
            "function",
            FunctionKeys.Section,
            "what evaluates points, and what a trial may use",
            "{\"type\": \"python_function\", \"module\": \"model\", \"name\": \"train\"}"),
        new("search", SearchKeys.Section, "the method, and when the search ends", "{\"method\": \"atpe\", \"iterations\": 1000}"),
        new("metrics", new MapShape("an object with an entry for each metric and penalty", MetricKeys.Section),
            "what the loss is made of, by the names of what trials return", "{\"loss\": {}, \"time\": {\"type\": \"time\", \"target_time\": 5, "
                + "\"max_time\": 10, \"penalty_at_max\": 0.1}}"),
        .. FigureKeys.Keys,
        new("results", Results, "where results go", "{\"directory\": \"results\"}"),
        new("ui", Screen, "how the search is shown", "{\"enabled\": false}"),
        new("settings", Settings, "any other setting of a search, by the names of docs/guide/settings.md", "{\"retries\": 2}"),
        new(
            "hypermax_results",
            PlainShape.Object,
            "who made the results and what they are about, for 'hypermax export'; nothing is uploaded",
            "{\"author\": \"me\"}"),
    ]);

    /// <summary>Gets the path of the key that gives a setting, the first where there are several; null where the file cannot give it.</summary>
    public static string? PathOf(Setting setting) =>
        Paths(Document, string.Empty).FirstOrDefault(key => key.Key.Setting == setting).Path;

    private static IEnumerable<(string Path, ConfigKey Key)> Paths(SectionShape section, string before) => section.Keys.SelectMany(key =>
        key.Shape is SectionShape inner ? Paths(inner, $"{before}{key.Name}.") : [(before + key.Name, key)]);
}
