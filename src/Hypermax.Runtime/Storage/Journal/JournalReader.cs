using System.Globalization;
using System.Text.Json;
using Hypermax.Budgets;
using Hypermax.Spaces;
using Hypermax.Trials.Json;

namespace Hypermax.Storage.Journal;

/// <summary>Applies the records of a journal, in the order of the log, to the tables in memory.</summary>
internal sealed class JournalReader(StudyTables tables, OwnerWatch owners, string path)
{
    /// <summary>What a study says of the form in which its space was given, where that is a <c>search.json</c>.</summary>
    public const string SearchJsonForm = "search.json";

    private readonly Dictionary<int, List<TrialReport>> _reports = [];
    private readonly JournalRecord _record = new();
    private RecordFit? _fit;

    // The study may also have been begun by the store itself.
    private RecordFit Fit => _fit ??= new RecordFit(tables.Header!.Space);

    /// <summary>Takes over a sound record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="line">The number of its line.</param>
    /// <returns>Why it does not belong to the study, or null when it was used.</returns>
    /// <exception cref="JournalFormatException">Without this record, or because of it, the others mean nothing.</exception>
    public string? Apply(ReadOnlyMemory<byte> record, int line)
    {
        try
        {
            return TryApply(record, line);
        }
        catch (Exception error)
            when (error is JsonException or FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException or OverflowException)
        {
            return $"it cannot be understood ({error.Message.ReplaceLineEndings(" ").TrimEnd('.')})";
        }
    }

    private string? TryApply(ReadOnlyMemory<byte> record, int line)
    {
        _record.Read(record.Span);
        if (_record.Type == "study")
        {
            ApplyStudy(record, line);
            return null;
        }

        if (tables.Header is null)
        {
            throw new JournalFormatException(
                FormattableString.Invariant($"The journal '{path}' has lost its first record, which says what the study is (line {line} comes before one); ")
                + "without it the others mean nothing. Restore that line from a copy, or begin in another folder.");
        }

        return _record.Type switch
        {
            "start" => ApplyStart(),
            "report" => ApplyReport(),
            "finish" => ApplyFinish(),
            "steer" => ApplySteer(record),
            "change" => ApplyChange(record),
            "beat" => ApplyBeat(),
            "back" => ApplyBack(),
            _ => null,
        };
    }

    /// <summary>Makes sure that nothing is begun over what may be a study.</summary>
    /// <param name="file">The journal, read to its end.</param>
    /// <param name="tables">What was read.</param>
    /// <exception cref="JournalFormatException">The file has content, but no record that says what the study is.</exception>
    public static void RequireHeader(JournalFile file, StudyTables tables)
    {
        if (tables.Header is null && file.HasContent)
        {
            throw new JournalFormatException(
                $"The journal '{file.Path}' has content, "
                + $"but no record that says what the study is{(file.Damaged.Count > 0 ? $": {file.Damaged[0]}" : string.Empty)}. Nothing is begun over it. "
                + "Restore the file from a copy, or use another folder.");
        }
    }

    /// <summary>Tells whether the records of a running trial have exactly so many reports: a trial that was run again has those of all its runs.</summary>
    public bool HasReports(int number, int count) => (_reports.TryGetValue(number, out List<TrialReport>? reports) ? reports.Count : 0) == count;

    /// <summary>Gets the process that runs a trial, or did until it was killed, by its name in records; null when the trial does not run.</summary>
    public string? OwnerOf(int number) => owners.OwnerOf(number);

    /// <summary>Gets the intermediate values of a trial that has not ended.</summary>
    public IReadOnlyList<TrialReport> ReportsSoFar(int number) => _reports.TryGetValue(number, out List<TrialReport>? reports) ? [.. reports] : [];

    /// <summary>Remembers an intermediate value of a running trial.</summary>
    public void Add(int number, TrialReport report) => ReportsOf(number).Add(report);

    /// <summary>Forgets the reports of a trial that begins anew or has ended.</summary>
    public void Forget(int number) => _reports.Remove(number);

    private void ApplyStudy(ReadOnlyMemory<byte> record, int line)
    {
        StudyHeader header = ReadHeader(record, line);
        if (tables.Header is not { } known)
        {
            tables.Begin(header);
        }
        else if (header.Created != known.Created
            || header.Seed != known.Seed
            || header.Name != known.Name
            || SpaceJson.Hash(header.Space) != SpaceJson.Hash(known.Space))
        {
            throw new JournalFormatException(
                FormattableString.Invariant($"The journal '{path}' holds two studies: line {line} begins another one ('{header.Name}') after '{known.Name}', ")
                + "and the trials of both have the same numbers. Split the file at that line, one folder for each part; "
                + "HypertuneWarmStart adds the trials of one study to another.");
        }
    }

    private StudyHeader ReadHeader(ReadOnlyMemory<byte> record, int line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(record);
            return ReadHeader(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException)
        {
            throw new JournalFormatException(
                FormattableString.Invariant($"The journal '{path}' says at line {line} what the study is, but that cannot be understood: ")
                + FormattableString.Invariant($"{error.Message} Restore the line from a copy, or use another folder."),
                error);
        }
    }

    private StudyHeader ReadHeader(JsonElement json)
    {
        int format = json.GetProperty("format").GetInt32();
        if (format > StudyHeader.CurrentFormat)
        {
            throw new JournalFormatException(
                FormattableString.Invariant($"The journal '{path}' has format {format}; ")
                + FormattableString.Invariant($"this version of Hypermax reads formats up to {StudyHeader.CurrentFormat}. ")
                + "Update Hypermax, or use another folder.");
        }

        return new StudyHeader
        {
            Format = format,
            Name = OutcomeJson.Text(json, "name")!,
            Space = SpaceOf(json),
            Directions = [.. json.GetProperty("directions").EnumerateArray().Select(direction => DirectionOf(direction.GetString()))],
            ObjectiveNames = ObjectivesJson.ReadNames(json),
            Constraints = ObjectivesJson.ReadConstraints(json),
            Loss = OutcomeJson.Text(json, "loss"),
            Seed = json.GetProperty("seed").GetInt64(),
            Method = OutcomeJson.Text(json, "method")!,
            MethodOptions = OutcomeJson.Text(json, "methodOptions"),
            Fidelity = OutcomeJson.Text(json, "fidelity") is { } fidelity ? FidelityLedger.Read(fidelity) : null,
            Schedule = OutcomeJson.Text(json, "schedule"),
            ScheduleOptions = OutcomeJson.Text(json, "scheduleOptions"),
            Lag = json.GetProperty("lag").GetInt32() is > 0 and int lag ? lag : null,
            Version = OutcomeJson.Text(json, "version")!,
            Created = Time(json, "created"),
        };
    }

    private static SearchSpace SpaceOf(JsonElement json)
    {
        SearchSpace space = SpaceJson.Read(json.GetProperty("space"));
        return OutcomeJson.Text(json, "form") != SearchJsonForm ? space
            : new SearchSpace(space.Name, space.Parameters, space.Relations) { IsOfSearchJson = true };
    }

    private Direction DirectionOf(string? word) => DirectionExtensions.TryRead(word, out Direction direction)
        ? direction
        : throw new JournalFormatException(
            $"The journal '{path}' names the direction '{word}'; a direction is 'minimize' or 'maximize'. Update Hypermax, or use another folder.");

    private string? ApplyBeat()
    {
        owners.Saw(_record.Owner ?? string.Empty);
        return null;
    }

    private string? ApplyBack()
    {
        owners.GaveBack(_record.Trial);
        return null;
    }

    private string? ApplyReport()
    {
        Add(_record.Trial, new TrialReport(_record.Step, _record.Value));
        return null;
    }

    private string? ApplyChange(ReadOnlyMemory<byte> record)
    {
        using JsonDocument document = JsonDocument.Parse(record);
        JsonElement json = document.RootElement;
        StageStart? stage = json.TryGetProperty("stage", out JsonElement begun) ? StageJson.Read(begun) : null;
        if (stage is not null && Fit.Stage(stage) is { } misfit)
        {
            return misfit;
        }

        tables.Change(new StudyChange(json.GetProperty("from").GetInt32())
        {
            Method = OutcomeJson.Text(json, "method"),
            MethodOptions = OutcomeJson.Text(json, "methodOptions"),
            Objective = OutcomeJson.Text(json, "objective"),
            Leaders = json.TryGetProperty("leaders", out JsonElement leaders) ? [.. leaders.EnumerateArray().Select(number => number.GetInt32())] : null,
            Stage = stage,
        });
        return null;
    }

    private string? ApplySteer(ReadOnlyMemory<byte> record)
    {
        using JsonDocument document = JsonDocument.Parse(record);
        JsonElement json = document.RootElement;
        int from = json.GetProperty("from").GetInt32();
        int parameter = json.GetProperty("parameter").GetInt32();
        Steering steering = OutcomeJson.Text(json, "kind") switch
        {
            nameof(Steering.Enqueue) => new Steering.Enqueue(from, _record.PointOr(null)),
            nameof(Steering.Fix) => new Steering.Fix(from, parameter, _record.Vector is [double value] ? value : double.NaN),
            nameof(Steering.Narrow) => _record.Vector is [double low, double high]
                ? new Steering.Narrow(from, parameter, low, high)
                : throw new FormatException("It narrows a parameter and has no two values."),
            nameof(Steering.Free) => new Steering.Free(from, parameter),
            nameof(Steering.Scramble) => new Steering.Scramble(from, parameter),
            nameof(Steering.Relearn) => new Steering.Relearn(from, parameter),
            string kind => throw new FormatException($"'{kind}' is no way to steer a study; these are Enqueue, Fix, Narrow, Free, Scramble and Relearn."),
            null => throw new FormatException("It steers the study and does not say how."),
        };
        if (Fit.Wish(steering) is { } misfit)
        {
            return misfit;
        }

        tables.Steer(steering);
        return null;
    }

    private string? ApplyStart()
    {
        int number = _record.Trial;
        string owner = _record.Owner ?? string.Empty;
        Point point = _record.PointOr(null);
        if (MisfitOf(number, point) is { } misfit)
        {
            return misfit;
        }

        owners.Saw(owner);
        FillTo(number);
        bool started = tables.Start(new TrialRecord
        {
            Number = number,
            Point = point,
            IsLost = IsLost(point),
            State = TrialState.Running,
            Started = _record.At,
            Retries = _record.Retries,
            Insight = _record.Insight,
            Budget = _record.Budget,
        });
        if (started)
        {
            _reports.Remove(number);
            owners.Runs(owner, number);
        }

        return null;
    }

    private string? ApplyFinish()
    {
        int number = _record.Trial;
        Point? known = number >= 0 && number < tables.Trials.Count ? tables.Trials[number].Point : null;
        Point point = _record.PointOr(known);
        if ((ReferenceEquals(point, known) ? null : MisfitOf(number, point)) is { } misfit)
        {
            return misfit;
        }

        if (_record.State == TrialState.Running)
        {
            return $"it ends a trial as {_record.State}, which is no end";
        }

        FillTo(number + 1);
        TrialRecord running = tables.Trials[number];
        tables.Finish(running with
        {
            Point = point,
            IsLost = IsLost(point),
            State = _record.State,
            Started = _record.At,
            Duration = TimeSpan.FromTicks((long)Math.Round(_record.Milliseconds * TimeSpan.TicksPerMillisecond)),
            Worker = _record.Worker,
            Budget = _record.Budget ?? running.Budget,
            Outcome = _record.Outcome.ToOutcome(_record.State, _record.Value, _reports.TryGetValue(number, out List<TrialReport>? reports) ? reports : []),
        });
        _reports.Remove(number);
        owners.Ended(number);
        return null;
    }

    private string? MisfitOf(int number, Point point) =>
        RecordFit.Number(number, tables.Trials.Count) ?? RecordFit.Budget(number, _record.Budget) ?? Fit.Point(point);

    // Journals that were rewritten keep the end of a trial whose point was lost.
    private static bool IsLost(Point point) => point.Count > 0 && !point.Any(value => !double.IsNaN(value));

    // Nobody is known to run a trial whose start was lost.
    private void FillTo(int count)
    {
        for (int number = tables.Trials.Count; number < count; number++)
        {
            owners.Runs(string.Empty, number);
        }

        tables.FillTo(count);
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
