using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Hypermax.Import.Ray;

/// <summary>Reads a folder of Ray Tune's: a folder for each trial, with <c>params.json</c> and one line of <c>result.json</c> for each report.</summary>
/// <remarks>Becomes a table, and is read as one; the last report is the result, all of them are kept.</remarks>
internal static class RayResults
{
    private const string Results = "result.json";

    /// <summary>Reads the trials below a folder, in the order of their names.</summary>
    /// <exception cref="ImportException">There are none, or a file is damaged.</exception>
    public static ImportedStudy Read(string folder, SearchSpace space, ImportOptions options)
    {
        string[] trials =
        [
            .. Directory.EnumerateFiles(folder, "params.json", SearchOption.AllDirectories)
                .Select(path => Path.GetDirectoryName(path)!)
                .Order(StringComparer.Ordinal),
        ];
        if (trials.Length == 0)
        {
            throw new ImportException(
                $"'{folder}' has no trials of Ray Tune, which are folders with 'params.json' and '{Results}'. Name the folder of an experiment, or a file.");
        }

        Dictionary<string, List<TrialReport>> reports = new(StringComparer.Ordinal);
        StringBuilder table = new();
        AddRow(table, ["log", "status", options.Loss, "time", "started", .. space.Parameters.Select(parameter => "config/" + parameter.Name)]);
        foreach (string trial in trials)
        {
            string name = Path.GetRelativePath(folder, trial);
            List<JsonElement> lines = Lines(Path.Combine(trial, Results));
            Dictionary<string, string> values = [];
            Flatten(string.Empty, Parse(File.ReadAllText(Path.Combine(trial, "params.json")), trial), values);
            JsonElement last = lines.Count > 0 ? lines[^1] : default;
            double seconds = Number(last, "time_total_s");
            double ended = Number(last, "timestamp");
            string started = double.IsFinite(ended) && double.IsFinite(seconds)
                ? DateTimeOffset.UnixEpoch.AddSeconds(ended - seconds).ToString("O", CultureInfo.InvariantCulture)
                : string.Empty;
            AddRow(table,
            [
                name, File.Exists(Path.Combine(trial, "error.txt")) ? "fail" : lines.Count == 0 ? "pending" : "ok", Text(Number(last, options.Loss)), Text(
                    seconds), started,
                .. space.Parameters.Select(parameter => values.GetValueOrDefault(parameter.Name, string.Empty)),
            ]);
            reports[name] =
            [
                .. lines.Select(
                    (line, i) => new TrialReport(
                        (long)(Number(line, "training_iteration") is var step && double.IsFinite(step) ? step : i + 1), Number(line, options.Loss)))
                    .Where(report => double.IsFinite(report.Value))
                    .DistinctBy(report => report.Step),
            ];
        }

        using StringReader text = new(table.ToString());
        ImportedStudy study = CsvStudyReader.Read(text, space, options);
        return study with
        {
            Trials = [.. study.Trials.Select(trial => trial with { Outcome = trial.Outcome! with { Reports = reports[trial.Outcome.Log!] } })],
        };
    }

    private static List<JsonElement> Lines(string path) => !File.Exists(path)
        ? []
        : [.. File.ReadLines(path).Where(line => line.Trim().Length > 0).Select(line => Parse(line, path))];

    private static JsonElement Parse(string json, string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(PythonJson.Quoted(json));
            return document.RootElement.Clone();
        }
        catch (JsonException error)
        {
            throw new ImportException($"'{path}' is not valid JSON ({error.Message}). Copy the results again.");
        }
    }

    // Nested parameters get paths with dots, as ours have.
    private static void Flatten(string path, JsonElement json, Dictionary<string, string> values)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty entry in json.EnumerateObject())
            {
                Flatten(path.Length == 0 ? entry.Name : $"{path}.{entry.Name}", entry.Value, values);
            }

            return;
        }

        values[path] = json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();
    }

    private static double Number(JsonElement json, string key) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDouble()
            : double.NaN;

    private static string Text(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : string.Empty;

    private static void AddRow(StringBuilder table, string[] cells) =>
        table.AppendJoin(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
}
