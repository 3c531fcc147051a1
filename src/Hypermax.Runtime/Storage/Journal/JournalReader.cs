using System.Globalization;
using System.Text.Json;
using Hypermax.Spaces;

namespace Hypermax.Storage.Journal;

/// <summary>Applies the records of a journal, in the order of the log, to the tables in memory.</summary>
internal sealed class JournalReader(StudyTables tables, OwnerWatch owners, string path)
{
    private readonly Dictionary<int, List<TrialReport>> _reports = [];
    private readonly JournalRecord _record = new();

    public void Apply(ReadOnlyMemory<byte> line)
    {
        _record.Read(line.Span);
        if (_record.Type == "study")
        {
            using JsonDocument document = JsonDocument.Parse(line);
            ApplyStudy(document.RootElement);
            return;
        }

        if (tables.Header is null)
        {
            throw new JournalFormatException($"The journal '{path}' has lost its first record, which says what the study is; without it the others mean nothing. Restore that line from a copy, or begin in another folder.");
        }

        switch (_record.Type)
        {
            case "start":
                ApplyStart();
                break;
            case "report":
                ReportsOf(_record.Trial).Add(new TrialReport(_record.Step, _record.Value));
                break;
            case "finish":
                ApplyFinish();
                break;
            case "steer":
                ApplySteer(line);
                break;
            case "beat":
                owners.Saw(_record.Owner!);
                break;
        }
    }

    /// <summary>Tells whether the records of a running trial have exactly so many reports: a trial that was run again has those of all its runs.</summary>
    public bool HasReports(int number, int count) => (_reports.TryGetValue(number, out List<TrialReport>? reports) ? reports.Count : 0) == count;

    /// <summary>Forgets the reports of a trial that begins anew or has ended.</summary>
    public void Forget(int number) => _reports.Remove(number);

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
            Loss = OutcomeJson.Text(json, "loss"),
            Seed = json.GetProperty("seed").GetInt64(),
            Method = OutcomeJson.Text(json, "method")!,
            Lag = json.GetProperty("lag").GetInt32(),
            Version = OutcomeJson.Text(json, "version")!,
            Created = Time(json, "created"),
        });
    }

    private void ApplySteer(ReadOnlyMemory<byte> line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement json = document.RootElement;
        tables.Steer(new Steering(Enum.Parse<SteeringKind>(OutcomeJson.Text(json, "kind")!), json.GetProperty("from").GetInt32(), json.GetProperty("parameter").GetInt32(), _record.VectorOr(null)));
    }

    private void ApplyStart()
    {
        int number = _record.Trial;
        string owner = _record.Owner ?? string.Empty;
        owners.Saw(owner);
        tables.FillTo(number);
        bool started = tables.Start(new TrialRecord
        {
            Number = number,
            Vector = _record.VectorOr(null),
            State = TrialState.Running,
            Started = _record.At,
            Retries = _record.Retries,
            Insight = _record.Insight,
        });
        if (started)
        {
            _reports.Remove(number);
            owners.Runs(owner, number);
        }
    }

    private void ApplyFinish()
    {
        int number = _record.Trial;
        tables.FillTo(number + 1);
        TrialRecord running = tables.Trials[number];
        tables.Finish(running with
        {
            Vector = _record.VectorOr(running.Vector),
            State = _record.State,
            Started = _record.At,
            Duration = TimeSpan.FromMilliseconds(_record.Milliseconds),
            Worker = _record.Worker,
            Outcome = _record.Outcome.ToOutcome(_record.State, _record.Value, _reports.TryGetValue(number, out List<TrialReport>? reports) ? reports : []),
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

    private static DateTimeOffset Time(JsonElement json, string key) =>
        DateTimeOffset.Parse(OutcomeJson.Text(json, key)!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
