using System.Globalization;
using System.Text.Json;
using Hypermax.Spaces;

namespace Hypermax.Storage.Journal;

/// <summary>Applies the records of a journal, in the order of the log, to the tables in memory.</summary>
internal sealed class JournalReader(StudyTables tables, OwnerWatch owners, string path)
{
    private readonly Dictionary<int, List<TrialReport>> _reports = [];

    public void Apply(ReadOnlyMemory<byte> line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement json = document.RootElement;
        string type = OutcomeJson.Text(json, "type") ?? string.Empty;
        if (type == "study")
        {
            ApplyStudy(json);
            return;
        }

        if (tables.Header is null)
        {
            throw new JournalFormatException($"The journal '{path}' has lost its first record, which says what the study is; without it the others mean nothing. Restore that line from a copy, or begin in another folder.");
        }

        switch (type)
        {
            case "start":
                ApplyStart(json);
                break;
            case "report":
                ReportsOf(json.GetProperty("trial").GetInt32()).Add(new TrialReport(json.GetProperty("step").GetInt64(), OutcomeJson.Number(json, "value")));
                break;
            case "finish":
                ApplyFinish(json);
                break;
            case "steer":
                tables.Steer(new Steering(Enum.Parse<SteeringKind>(OutcomeJson.Text(json, "kind")!), json.GetProperty("from").GetInt32(), json.GetProperty("parameter").GetInt32(), Vector(json)));
                break;
            case "beat":
                owners.Saw(OutcomeJson.Text(json, "owner")!);
                break;
        }
    }

    public bool HasReports(int number, int count) => _reports.TryGetValue(number, out List<TrialReport>? reports) && reports.Count >= count;

    private void ApplyStudy(JsonElement json)
    {
        int format = json.GetProperty("format").GetInt32();
        if (format > StudyHeader.CurrentFormat)
        {
            throw new JournalFormatException(FormattableString.Invariant($"The journal '{path}' has format {format}; this version of Hypermax reads formats up to {StudyHeader.CurrentFormat}. Update Hypermax, or use another folder."));
        }

        if (tables.Header is not null)
        {
            return;
        }

        tables.Begin(new StudyHeader
        {
            Format = format,
            Name = OutcomeJson.Text(json, "name")!,
            Space = SpaceJson.Read(json.GetProperty("space")),
            Directions = [.. json.GetProperty("directions").EnumerateArray().Select(direction => direction.GetString() == "maximize" ? Direction.Maximize : Direction.Minimize)],
            Seed = json.GetProperty("seed").GetInt64(),
            Method = OutcomeJson.Text(json, "method")!,
            Lag = json.GetProperty("lag").GetInt32(),
            Version = OutcomeJson.Text(json, "version")!,
            Created = Time(json, "created"),
        });
    }

    private void ApplyStart(JsonElement json)
    {
        int number = json.GetProperty("trial").GetInt32();
        string owner = OutcomeJson.Text(json, "owner") ?? string.Empty;
        owners.Saw(owner);
        tables.FillTo(number);
        bool started = tables.Start(new TrialRecord
        {
            Number = number,
            Vector = Vector(json),
            State = TrialState.Running,
            Started = Time(json, "at"),
            Retries = json.TryGetProperty("retries", out JsonElement retries) ? retries.GetInt32() : 0,
            Insight = json.TryGetProperty("insight", out JsonElement insight) ? ReadInsight(insight) : null,
        });
        if (started)
        {
            _reports.Remove(number);
            owners.Runs(owner, number);
        }
    }

    private void ApplyFinish(JsonElement json)
    {
        int number = json.GetProperty("trial").GetInt32();
        tables.FillTo(number + 1);
        TrialState state = Enum.Parse<TrialState>(OutcomeJson.Text(json, "state")!);
        TrialRecord running = tables.Trials[number];
        tables.Finish(running with
        {
            Vector = Vector(json),
            State = state,
            Started = Time(json, "at"),
            Duration = TimeSpan.FromMilliseconds(json.GetProperty("ms").GetDouble()),
            Worker = json.TryGetProperty("worker", out JsonElement worker) ? worker.GetInt32() : 0,
            Outcome = OutcomeJson.Read(json, state, _reports.TryGetValue(number, out List<TrialReport>? reports) ? reports : []),
        });
        _reports.Remove(number);
        owners.Ended(number);
    }

    private List<TrialReport> ReportsOf(int number)
    {
        if (!_reports.TryGetValue(number, out List<TrialReport>? reports))
        {
            _reports.Add(number, reports = []);
        }

        return reports;
    }

    private static Insight ReadInsight(JsonElement json) => new(
        OutcomeJson.Text(json, "method") ?? string.Empty,
        OutcomeJson.Number(json, "expected"),
        OutcomeJson.Number(json, "spread"),
        OutcomeJson.Number(json, "acquisition"),
        OutcomeJson.Text(json, "note"));

    private static double[] Vector(JsonElement json)
    {
        JsonElement list = json.GetProperty("vector");
        double[] vector = new double[list.GetArrayLength()];
        int i = 0;
        foreach (JsonElement value in list.EnumerateArray())
        {
            vector[i++] = value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble();
        }

        return vector;
    }

    private static DateTimeOffset Time(JsonElement json, string key) =>
        DateTimeOffset.Parse(OutcomeJson.Text(json, key)!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
