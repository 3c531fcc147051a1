using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Hypermax.Import.Optuna;

/// <summary>Reads the journal files of Optuna: one operation a line, replayed in order.</summary>
internal sealed class OptunaJournal
{
    private static readonly string[] States = ["RUNNING", "COMPLETE", "PRUNED", "FAIL", "WAITING"];

    private readonly Dictionary<int, (string Name, IReadOnlyList<Direction> Directions, List<OptunaTrial> Trials)> _studies = [];
    private readonly List<OptunaTrial> _trials = [];
    private int _made;

    public static bool IsJournal(string path)
    {
        using StreamReader reader = new(path, Encoding.UTF8);
        char[] head = new char[4096];
        string text = new(head, 0, reader.ReadBlock(head));
        return text.TrimStart().StartsWith('{') && text.Contains("\"op_code\"", StringComparison.Ordinal);
    }

    /// <summary>Reads all studies.</summary>
    /// <exception cref="ImportException">A line is no operation; the message has its number.</exception>
    public static IReadOnlyList<OptunaStudy> Read(string path)
    {
        OptunaJournal journal = new();
        string[] lines = File.ReadAllLines(path);
        for (int i = 0; i < lines.Length; i++)
        {
            try
            {
                if (lines[i].Trim().Length > 0)
                {
                    using JsonDocument document = JsonDocument.Parse(PythonJson.Quoted(lines[i]));
                    journal.Apply(document.RootElement);
                }
            }
            catch (JsonException) when (i == lines.Length - 1)
            {
                // The last line was being written.
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException or FormatException
                or IndexOutOfRangeException)
            {
                throw new ImportException(
                    FormattableString.Invariant($"Line {i + 1} of '{path}' is no operation of an Optuna journal ({error.Message}). ")
                    + "Copy the journal again, or export the study as a table.");
            }
        }

        return [.. journal._studies.Values.Select(study => new OptunaStudy(study.Name, study.Directions, study.Trials))];
    }

    private void Apply(JsonElement entry)
    {
        switch (entry.GetProperty("op_code").GetInt32())
        {
            case 0:
                CreateStudy(entry);
                break;
            case 1:
                _studies.Remove(entry.GetProperty("study_id").GetInt32());
                break;
            case 4:
                CreateTrial(entry);
                break;
            case 5:
                Trial(entry).Parameters.RemoveAll(parameter => parameter.Name == entry.GetProperty("param_name").GetString());
                AddParameter(
                    Trial(entry), entry.GetProperty("param_name").GetString()!, entry.GetProperty("param_value_internal"), entry.GetProperty("distribution"));
                break;
            case 6:
                Change(Trial(entry), entry);
                break;
            case 7:
                Trial(entry).Reports[entry.GetProperty("step").GetInt64()] = Number(entry.GetProperty("intermediate_value"));
                break;
            case 8:
                AddAttributes(Trial(entry), entry.GetProperty("user_attr"));
                break;
        }
    }

    // A study that is there already is not made again, and takes no number.
    private void CreateStudy(JsonElement entry)
    {
        string name = entry.GetProperty("study_name").GetString()!;
        if (!_studies.Values.Any(study => study.Name == name))
        {
            IReadOnlyList<Direction> directions =
            [
                .. entry.GetProperty("directions").EnumerateArray().Select(direction => direction.GetInt32() == 2 ? Direction.Maximize : Direction.Minimize),
            ];
            _studies.Add(_made++, (name, directions, []));
        }
    }

    private void CreateTrial(JsonElement entry)
    {
        if (!_studies.TryGetValue(
            entry.GetProperty("study_id").GetInt32(), out (string Name, IReadOnlyList<Direction> Directions, List<OptunaTrial> Trials) study))
        {
            return;
        }

        OptunaTrial trial = new() { Number = study.Trials.Count };
        study.Trials.Add(trial);
        _trials.Add(trial);
        trial.Started = Moment(entry, "datetime_start");
        if (!entry.TryGetProperty("state", out _))
        {
            return;
        }

        Change(trial, entry);
        JsonElement distributions = entry.GetProperty("distributions");
        foreach (JsonProperty parameter in entry.GetProperty("params").EnumerateObject())
        {
            AddParameter(trial, parameter.Name, parameter.Value, distributions.GetProperty(parameter.Name));
        }

        foreach (JsonProperty report in entry.GetProperty("intermediate_values").EnumerateObject())
        {
            trial.Reports[long.Parse(report.Name, CultureInfo.InvariantCulture)] = Number(report.Value);
        }

        AddAttributes(trial, entry.GetProperty("user_attrs"));
    }

    private OptunaTrial Trial(JsonElement entry) => _trials[entry.GetProperty("trial_id").GetInt32()];

    private static void Change(OptunaTrial trial, JsonElement entry)
    {
        trial.State = States[entry.GetProperty("state").GetInt32()];
        trial.Started = Moment(entry, "datetime_start") ?? trial.Started;
        trial.Ended = Moment(entry, "datetime_complete") ?? trial.Ended;
        if (entry.TryGetProperty("values", out JsonElement values) && values.ValueKind == JsonValueKind.Array)
        {
            trial.Values.Clear();
            trial.Values.AddRange(values.EnumerateArray().Select(Number));
        }
        else if (entry.TryGetProperty("value", out JsonElement value) && value.ValueKind != JsonValueKind.Null)
        {
            trial.Values.Add(Number(value));
        }
    }

    private static void AddParameter(OptunaTrial trial, string name, JsonElement value, JsonElement distribution) =>
        trial.Parameters.Add((name, Number(value), OptunaDistribution.Read(distribution.GetString()!)));

    private static void AddAttributes(OptunaTrial trial, JsonElement attributes)
    {
        foreach (JsonProperty attribute in attributes.EnumerateObject())
        {
            trial.Attributes[attribute.Name] = attribute.Value.ValueKind == JsonValueKind.String ? attribute.Value.GetString()! : attribute.Value.GetRawText();
        }
    }

    private static double Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String when value.ValueEquals("Infinity"u8) => double.PositiveInfinity,
        JsonValueKind.String when value.ValueEquals("-Infinity"u8) => double.NegativeInfinity,
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => double.NaN,
    };

    // Optuna writes the time of the machine without a zone.
    private static DateTimeOffset? Moment(JsonElement entry, string key) =>
        entry.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String
            && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? moment
            : null;
}
