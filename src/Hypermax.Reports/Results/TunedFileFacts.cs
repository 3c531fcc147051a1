using System.Globalization;
using System.Text.Json;
using Hypermax.Spaces;
using Hypermax.Storage;

namespace Hypermax.Results;

/// <summary>What a tuned file says of its point beyond the search that found it: how its value repeats, and where that was.</summary>
/// <param name="Mean">The mean of the values of the point when it was evaluated again.</param>
/// <param name="Spread">Their standard deviation; 0 for an objective that repeats exactly.</param>
/// <param name="Repeats">How often it was evaluated again; 0 when it was not, and then neither mean nor spread is known.</param>
/// <param name="Others">Facts in words, such as the machine.</param>
internal sealed record TunedFileFacts(double Mean, double Spread, int Repeats, IReadOnlyList<KeyValuePair<string, string>> Others)
{
    private static readonly string[] Known = ["environment", "data"];

    /// <summary>Gets the values that mean and spread sum up; empty where the file does not list them, as for an objective that repeats exactly.</summary>
    public IReadOnlyList<double> Values { get; private init; } = [];

    /// <summary>Gets whether all is known of how the point repeats; files of earlier versions do not list values that spread.</summary>
    public bool HasValues => Repeats > 0 && (Spread == 0 || Values.Count == Repeats);

    /// <summary>Gets them as the file has them.</summary>
    public string ValuesText => string.Join(' ', Values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>Gets the search that a file is of: what a search that finds the same writes again.</summary>
    private (string Study, string Space, double Value, int Trial, long Seed) Search { get; init; }

    private JsonElement Parameters { get; init; }

    /// <summary>Sums up the values of a point.</summary>
    public static TunedFileFacts Of(IReadOnlyList<double> values, IReadOnlyList<KeyValuePair<string, string>> others)
    {
        double mean = values.Count == 0 ? double.NaN : values.Average();
        double spread = values.Count < 2 ? 0 : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
        return new TunedFileFacts(mean, spread, values.Count, others) { Values = spread > 0 ? [.. values] : [] };
    }

    /// <summary>Reads a file; null when there is none that can be read.</summary>
    public static TunedFileFacts? Read(string path)
    {
        try
        {
            using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(path));
            return Read(file.RootElement);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException
            or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Tells whether the file is of a trial, so that what it says of the point still holds.</summary>
    public bool IsOf(StudyHeader header, TrialRecord best) =>
        Search == (header.Name, SpaceJson.Hash(header.Space), best.Value, best.Number, header.Seed) && HasPoint(header.Space, best.Point);

    private bool HasPoint(SearchSpace space, Point point)
    {
        try
        {
            return PointJson.Read(space, Parameters).Equals(point);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static TunedFileFacts Read(JsonElement file)
    {
        bool isRepeated = file.TryGetProperty("repeats", out JsonElement repeats);
        return new TunedFileFacts(
            isRepeated ? file.GetProperty("mean").GetDouble() : double.NaN,
            isRepeated ? file.GetProperty("spread").GetDouble() : 0,
            isRepeated ? repeats.GetInt32() : 0,
            [.. Known.Where(name => file.TryGetProperty(name, out _)).Select(name => KeyValuePair.Create(name, file.GetProperty(name).GetString()!))])
        {
            Values = file.TryGetProperty("values", out JsonElement values) ? ReadValues(values.GetString()!) : [],
            Search = (
                file.GetProperty("study").GetString()!,
                file.GetProperty("space").GetString()!,
                file.GetProperty("value").GetDouble(),
                file.GetProperty("trial").GetInt32(),
                file.GetProperty("seed").GetInt64()),
            Parameters = file.GetProperty("parameters").Clone(),
        };
    }

    private static double[] ReadValues(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(value => double.Parse(value, CultureInfo.InvariantCulture))];
}
