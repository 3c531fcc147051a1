using System.Text.Json;
using Hypermax.Sampling;
using Hypermax.Settings;
using Hypermax.Spaces;
using Hypermax.Studies;

namespace Hypermax.Serve;

/// <summary>The first line of the ask/tell protocol: the space and how to search it.</summary>
internal static class ServeHeader
{
    private static readonly string[] Keys = ["space", "seed", "method", "trials", "direction", "folder", "name", "options"];

    /// <summary>Opens the study that the header describes.</summary>
    /// <exception cref="FormatException">A key is missing, unknown or of the wrong kind.</exception>
    /// <exception cref="ArgumentException">The method or another option is not one there is.</exception>
    public static Study Open(JsonElement header)
    {
        foreach (JsonProperty entry in header.EnumerateObject())
        {
            if (!Keys.Contains(entry.Name, StringComparer.Ordinal))
            {
                throw new FormatException($"the header has the key '{entry.Name}'; its keys are {string.Join(", ", Keys)}");
            }
        }

        if (!header.TryGetProperty("space", out JsonElement space))
        {
            throw new FormatException(
                "no study is open yet and the line has no 'space'; "
                + "the first line is the header, such as {\"space\":{\"params\":[…]},\"seed\":1,\"method\":\"tpe\"}");
        }

        StudyOptions options = new();
        return Study.Create(SpaceJson.Read(space), options with
        {
            Seed = Number(header, "seed") ?? options.Seed,
            Method = Text(header, "method") ?? options.Method,
            Sampler = Sampler(header, Text(header, "method") ?? options.Method),
            Trials = Number(header, "trials") is { } trials ? (int)Math.Clamp(trials, int.MinValue, int.MaxValue) : options.Trials,
            Direction = Direction(header),
            Folder = Text(header, "folder"),
            Name = Text(header, "name"),

            // Requests come one after the other, so arrival order repeats as the dialogue does.
            Order = ProposalOrder.Arrival,
        });
    }

    private static ISampler? Sampler(JsonElement header, string method) =>
        !header.TryGetProperty("options", out JsonElement options) || options.ValueKind == JsonValueKind.Null ? null
        : options.ValueKind == JsonValueKind.Object ? Samplers.Create(method, SettingJson.Flatten(options))
        : throw new FormatException($"'options' is {options.GetRawText()}; it must be an object such as {{\"levels\":5}}");

    private static Direction Direction(JsonElement header)
    {
        string? word = Text(header, "direction");
        return DirectionExtensions.TryRead(word, out Direction direction) || word is null
            ? direction
            : throw new FormatException($"'direction' is '{word}'; it must be 'minimize' or 'maximize'");
    }

    private static long? Number(JsonElement header, string key) =>
        !header.TryGetProperty(key, out JsonElement value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) ? number
        : throw new FormatException($"'{key}' is {value.GetRawText()}; it must be a whole number");

    private static string? Text(JsonElement header, string key) =>
        !header.TryGetProperty(key, out JsonElement value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new FormatException($"'{key}' is {value.GetRawText()}; it must be a text");
}
