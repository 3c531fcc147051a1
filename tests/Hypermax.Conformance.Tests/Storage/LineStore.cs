using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hypermax.Spaces;
using Hypermax.Storage;
using Hypermax.Storage.InMemory;

namespace Hypermax.Conformance.Tests.Storage;

/// <summary>A store as people outside write one: what happened, a line of JSON each in a file, and the tables of the store in memory.</summary>
/// <remarks>For one process at a time; whether another one runs is not looked at.</remarks>
public sealed class LineStore : IStudyStore
{
    private readonly InMemoryStore _tables = new();
    private readonly string _file;
    private readonly List<int> _orphans = [];

    public LineStore(string folder)
    {
        Folder = Directory.CreateDirectory(folder).FullName;
        _file = Path.Combine(folder, "lines.json");
        if (File.Exists(_file))
        {
            using IDisposable _ = _tables.Enter();
            Array.ForEach(File.ReadAllLines(_file), line => Replay(JsonNode.Parse(line)!));
            _orphans.AddRange(_tables.Running);
        }
    }

    public StudyHeader? Header => _tables.Header;

    public IReadOnlyList<TrialRecord> Trials => _tables.Trials;

    public IReadOnlyList<int> Finished => _tables.Finished;

    public IReadOnlyCollection<int> Running => _tables.Running;

    public IReadOnlyList<Steering> Steering => _tables.Steering;

    public IReadOnlyList<StudyChange> Changes => _tables.Changes;

    public IReadOnlyList<int> Orphans
    {
        get
        {
            int[] orphans = [.. _orphans];
            _orphans.Clear();
            return orphans;
        }
    }

    public IReadOnlyList<string> Recovered => [];

    public string? Folder { get; }

    /// <summary>Gets how a line is changed before it is written, for faults; none by default, and null writes nothing.</summary>
    internal Func<string, string?> Writes { get; init; } = line => line;

    public IDisposable Enter() => _tables.Enter();

    public void Begin(StudyHeader header)
    {
        _tables.Begin(header);
        Write("begin", new JsonObject
        {
            ["name"] = header.Name,
            ["space"] = JsonNode.Parse(SpaceJson.Write(header.Space)),
            ["directions"] = new JsonArray([.. header.Directions.Select(direction => (JsonNode)direction.ToString())]),
            ["loss"] = header.Loss,
            ["seed"] = header.Seed,
            ["method"] = header.Method,
            ["methodOptions"] = header.MethodOptions,
            ["lag"] = header.Lag,
            ["version"] = header.Version,
            ["created"] = header.Created.ToString("O", CultureInfo.InvariantCulture),
        });
    }

    public void Start(TrialRecord trial)
    {
        _tables.Start(trial);
        Write("start", TrialNode(trial));
    }

    public void Report(int number, TrialReport report) => _tables.Report(number, report);

    public void Finish(TrialRecord trial)
    {
        _tables.Finish(trial);
        Write("finish", TrialNode(trial));
    }

    public void Steer(Steering steering)
    {
        _tables.Steer(steering);
        Write("steer", steering switch
        {
            Steering.Fix fix => new JsonObject { ["from"] = fix.FromTrial, ["fix"] = fix.Parameter, ["value"] = Text(fix.Value) },
            Steering.Free free => new JsonObject { ["from"] = free.FromTrial, ["free"] = free.Parameter },
            Steering.Scramble scramble => new JsonObject { ["from"] = scramble.FromTrial, ["scramble"] = scramble.Parameter },
            Steering.Relearn relearn => new JsonObject { ["from"] = relearn.FromTrial, ["relearn"] = relearn.Parameter },
            Steering.Narrow narrow => new JsonObject
            {
                ["from"] = narrow.FromTrial, ["narrow"] = narrow.Parameter, ["ends"] = Texts([narrow.Low, narrow.High]),
            },
            Steering.Enqueue enqueue => new JsonObject { ["from"] = enqueue.FromTrial, ["point"] = Texts(enqueue.Point) },
            _ => throw new NotSupportedException(steering.ToString()),
        });
    }

    public void Change(StudyChange change)
    {
        _tables.Change(change);
        Write("change", new JsonObject
        {
            ["from"] = change.FromTrial,
            ["method"] = change.Method,
            ["methodOptions"] = change.MethodOptions,
            ["objective"] = change.Objective,
            ["leaders"] = change.Leaders is null ? null : new JsonArray([.. change.Leaders.Select(leader => (JsonNode)leader)]),
            ["stage"] = JsonSerializer.SerializeToNode(change.Stage),
        });
    }

    public void Dispose() => _tables.Dispose();

    private static JsonObject TrialNode(TrialRecord trial) => new()
    {
        ["number"] = trial.Number,
        ["point"] = Texts(trial.Point),
        ["state"] = trial.State.ToString(),
        ["started"] = trial.Started.ToString("O", CultureInfo.InvariantCulture),
        ["duration"] = trial.Duration.Ticks,
        ["worker"] = trial.Worker,
        ["retries"] = trial.Retries,
        ["insight"] = trial.Insight is { } insight
            ? new JsonObject
            {
                ["method"] = insight.Method,
                ["figures"] = Texts([insight.Expected, insight.Spread, insight.Acquisition]),
                ["note"] = insight.Note,
                ["stage"] = insight.Stage,
            }
            : null,
        ["outcome"] = trial.Outcome is { } outcome
            ? new JsonObject
            {
                ["state"] = outcome.State.ToString(),
                ["value"] = Text(outcome.Value),
                ["failure"] = outcome.Failure.ToString(),
                ["message"] = outcome.Message,
                ["position"] = outcome.Position is { } at ? new JsonObject { ["file"] = at.File, ["line"] = at.Line, ["column"] = at.Column } : null,
                ["metrics"] = new JsonObject(outcome.Metrics.Select(metric => KeyValuePair.Create(metric.Key, (JsonNode?)Text(metric.Value)))),
                ["attributes"] = new JsonObject(outcome.Attributes.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)text.Value))),
                ["steps"] = new JsonArray([.. outcome.Reports.Select(report => (JsonNode)report.Step)]),
                ["reports"] = Texts(outcome.Reports.Select(report => report.Value)),
                ["usage"] = JsonSerializer.SerializeToNode(outcome.Usage),
                ["log"] = outcome.Log,
            }
            : null,
    };

    private static TrialRecord Trial(JsonNode node) => new()
    {
        Number = (int)node["number"]!,
        Point = new Point(Numbers(node["point"]!)),
        State = Enum.Parse<TrialState>((string)node["state"]!),
        Started = DateTimeOffset.Parse((string)node["started"]!, CultureInfo.InvariantCulture),
        Duration = TimeSpan.FromTicks((long)node["duration"]!),
        Worker = (int)node["worker"]!,
        Retries = (int)node["retries"]!,
        Insight = node["insight"] is { } insight && Numbers(insight["figures"]!) is [var expected, var spread, var acquisition]
            ? new Insight((string)insight["method"]!, expected, spread, acquisition, (string?)insight["note"]) { Stage = (string?)insight["stage"] }
            : null,
        Outcome = node["outcome"] is { } outcome ? Outcome(outcome) : null,
    };

    private static TrialOutcome Outcome(JsonNode node) => new()
    {
        State = Enum.Parse<TrialState>((string)node["state"]!),
        Value = Number(node["value"]!),
        Failure = Enum.Parse<FailureKind>((string)node["failure"]!),
        Message = (string?)node["message"],
        Position = node["position"] is { } at ? new SourcePosition((string)at["file"]!, (int)at["line"]!, (int)at["column"]!) : null,
        Metrics = node["metrics"]!.AsObject().ToDictionary(metric => metric.Key, metric => Number(metric.Value!)),
        Attributes = node["attributes"]!.AsObject().ToDictionary(text => text.Key, text => (string)text.Value!),
        Reports = [.. node["steps"]!.AsArray().Zip(Numbers(node["reports"]!), (step, value) => new TrialReport((long)step!, value))],
        Usage = node["usage"].Deserialize<ResourceUsage>(),
        Log = (string?)node["log"],
    };

    private void Replay(JsonNode line)
    {
        JsonNode what = line["what"]!;
        switch ((string)line["kind"]!)
        {
            case "begin":
                _tables.Begin(new StudyHeader
                {
                    Name = (string)what["name"]!,
                    Space = SpaceJson.Parse(what["space"]!.ToJsonString()),
                    Directions = [.. what["directions"]!.AsArray().Select(word => Enum.Parse<Direction>((string)word!))],
                    Loss = (string?)what["loss"],
                    Seed = (long)what["seed"]!,
                    Method = (string)what["method"]!,
                    MethodOptions = (string?)what["methodOptions"],
                    Lag = (int?)what["lag"],
                    Version = (string)what["version"]!,
                    Created = DateTimeOffset.Parse((string)what["created"]!, CultureInfo.InvariantCulture),
                });
                break;
            case "start":
                _tables.Start(Trial(what));
                break;
            case "finish":
                _tables.Finish(Trial(what));
                break;
            case "change":
                _tables.Change(new StudyChange((int)what["from"]!)
                {
                    Method = (string?)what["method"],
                    MethodOptions = (string?)what["methodOptions"],
                    Objective = (string?)what["objective"],
                    Leaders = what["leaders"]?.AsArray().Select(leader => (int)leader!).ToArray(),
                    Stage = what["stage"].Deserialize<StageStart>(),
                });
                break;
            default:
                int from = (int)what["from"]!;
                _tables.Steer(
                    what["fix"] is { } fix ? new Steering.Fix(from, (int)fix, Number(what["value"]!))
                    : what["free"] is { } free ? new Steering.Free(from, (int)free)
                    : what["scramble"] is { } scramble ? new Steering.Scramble(from, (int)scramble)
                    : what["relearn"] is { } relearn ? new Steering.Relearn(from, (int)relearn)
                    : what["narrow"] is { } narrow && Numbers(what["ends"]!) is [var low, var high] ? new Steering.Narrow(from, (int)narrow, low, high)
                    : new Steering.Enqueue(from, new Point(Numbers(what["point"]!))));
                break;
        }
    }

    private void Write(string kind, JsonObject what)
    {
        if (Writes(new JsonObject { ["kind"] = kind, ["what"] = what }.ToJsonString()) is { } line)
        {
            File.AppendAllText(_file, line + "\n");
        }
    }

    // JSON has no NaN and no infinities, so numbers of trials are texts.
    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static JsonArray Texts(IEnumerable<double> numbers) => new([.. numbers.Select(number => (JsonNode)Text(number))]);

    private static double Number(JsonNode node) => double.Parse((string)node!, CultureInfo.InvariantCulture);

    private static double[] Numbers(JsonNode node) => [.. node.AsArray().Select(number => Number(number!))];
}
