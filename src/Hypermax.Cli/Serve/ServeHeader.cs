using System.Text.Json;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Spaces;
using Hypermax.Studies.Migration;

namespace Hypermax.Serve;

/// <summary>The first line of the ask/tell protocol: the space, where the study is kept, and settings of the search.</summary>
/// <param name="overlay">What counts before the header: the environment and the command line.</param>
internal sealed class ServeHeader(SettingSet overlay)
{
    private const string Options = "options";
    private static readonly string[] Own = ["space", "folder", "name", Options, .. ObjectivesHeader.Keys];

    /// <summary>Opens the study that the header describes.</summary>
    /// <exception cref="FormatException">A key is missing, unknown or of the wrong kind, or a setting breaks its rule.</exception>
    /// <exception cref="ArgumentException">The method or another option is not one there is.</exception>
    public Study Open(JsonElement header)
    {
        // Every line is read until a header opens a study, so what is none is told by what it lacks.
        if (!header.TryGetProperty("space", out JsonElement json))
        {
            throw new FormatException(
                "no study is open yet and the line has no 'space'; "
                + "the first line is the header, such as {\"space\":{\"params\":[…]},\"seed\":1,\"method\":\"tpe\"}");
        }

        SearchSpace space = SpaceJson.Read(json);
        Violations violations = new();
        SettingSet settings = overlay.Over(Read(header, violations));
        string? folder = Text(header, "folder");
        StudyOptions options = StudyPlan.Read(settings, space, violations) with
        {
            Folder = folder,
            Name = Text(header, "name"),

            // Requests come one after the other, so arrival order repeats as the dialogue does.
            Order = ProposalOrder.Arrival,
        };
        options = ObjectivesHeader.Apply(header, options, settings.SourceOf(StudySettings.Direction) == SettingSource.Header);
        if (violations.Found.Count > 0)
        {
            throw new FormatException(string.Join(' ', violations.Sentences));
        }

        WarmStart? warmStart = WarmStart.Read(settings, space, options.Direction);
        if (folder is not null && settings.Value(StudySettings.Force) == true)
        {
            StudyMigration.SetAside(folder);
        }

        Study study = Study.Create(space, options);
        if (study.Trials.Count == 0)
        {
            warmStart?.Into(study);
        }

        return study;
    }

    // 'options' is what the header called the options of the method before it took all settings; a null says nothing.
    private static SettingSet Read(JsonElement header, Violations violations)
    {
        JsonProperty[] given = [.. header.EnumerateObject().Where(entry => entry.Value.ValueKind != JsonValueKind.Null)];
        foreach (JsonProperty options in given.Where(entry => entry.NameEquals(Options) && entry.Value.ValueKind != JsonValueKind.Object))
        {
            throw new FormatException($"'options' is {options.Value.GetRawText()}; it must be an object such as {{\"levels\":5}}");
        }

        return SettingJson.Read(SettingSource.Header, given.Where(entry => !Own.Contains(entry.Name, StringComparer.Ordinal)), violations)
            .Over(SettingReader.Read(SettingSource.Header, given.Where(entry => entry.NameEquals(Options)).Select(MethodOptions), violations));
    }

    private static KeyValuePair<string, string> MethodOptions(JsonProperty options) => new(StudySettings.MethodOptions.Key, SettingJson.Text(options.Value));

    private static string? Text(JsonElement header, string key) =>
        !header.TryGetProperty(key, out JsonElement value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new FormatException($"'{key}' is {value.GetRawText()}; it must be a text");
}
