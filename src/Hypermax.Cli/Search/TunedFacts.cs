using System.Text.Json;
using Hypermax.Spaces;

namespace Hypermax.Search;

/// <summary>What a tuned file says before a search writes it anew.</summary>
/// <param name="Value">The recorded value; NaN when there is no file, or none that can be read.</param>
/// <param name="Misfit">Why its parameters do not fit the search space of today, or null.</param>
/// <param name="Choice">How its trial was chosen from a front, or null.</param>
internal sealed record TunedFacts(double Value, string? Misfit, string? Choice)
{
    private static readonly TunedFacts None = new(double.NaN, Misfit: null, Choice: null);

    /// <summary>Reads a file. What is damaged is the compiler's to tell; here it counts as none.</summary>
    /// <param name="path">The file, or null for none.</param>
    /// <param name="space">The search space of today.</param>
    public static TunedFacts Read(string? path, SearchSpace space)
    {
        try
        {
            if (!File.Exists(path))
            {
                return None;
            }

            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement file = document.RootElement;
            double value = file.TryGetProperty("value", out JsonElement number) ? number.GetDouble() : double.NaN;
            return new TunedFacts(
                value,
                file.TryGetProperty("parameters", out JsonElement parameters) ? MisfitOf(space, parameters) : null,
                file.TryGetProperty("choose", out JsonElement choice) ? choice.GetString() : null);
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException or FormatException)
        {
            return None;
        }
    }

    private static string? MisfitOf(SearchSpace space, JsonElement parameters)
    {
        // A file with former names still fits, which only the compiler knows how to read.
        if (space.Parameters.Any(parameter => parameter.FormerNames.Count > 0))
        {
            return null;
        }

        try
        {
            PointJson.Read(space, parameters);
            return null;
        }
        catch (Exception error) when (error is FormatException or ArgumentException or InvalidOperationException)
        {
            return TrialText.FirstLine(error.Message);
        }
    }
}
