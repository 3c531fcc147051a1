using Hypermax.Export;
using Hypermax.Import;
using Hypermax.Reports;
using Hypermax.Spaces;
using Hypermax.Storage.Journal;
using Microsoft.Data.Sqlite;

namespace Hypermax.Tests.Import;

/// <summary>Studies of other tools, made by hand after their schemas, imported as they are.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private const string Float = """{"name": "FloatDistribution", "attributes": {"step": null, "low": 1e-05, "high": 1.0, "log": true}}""";
    private const string Int = """{"name": "IntDistribution", "attributes": {"log": false, "step": 16, "low": 32, "high": 96}}""";
    private const string Choice = """{"name": "CategoricalDistribution", "attributes": {"choices": ["sgd", "adam", null]}}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-import-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    private string Study => Path.Combine(_folder, "study");

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Import_OptunaDatabase_SpaceStatesTimesReportsAndAttributesAsTheyAre()
    {
        WriteDatabase(Path.Combine(_folder, "optuna.db"));

        JournalSnapshot study = Import("optuna.db");

        CheckOptuna(study);
        Assert.Contains("1 of 5 trials had not ended", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Import_OptunaJournal_TheSameStudy()
    {
        File.WriteAllLines(Path.Combine(_folder, "optuna.log"), JournalLines());

        CheckOptuna(Import("optuna.log"));
    }

    [Fact]
    public void Import_OptunaWithSeveralStudies_AsksWhichOne()
    {
        File.WriteAllLines(
            Path.Combine(_folder, "optuna.log"),
            [
                """{"op_code": 0, "worker_id": "w", "study_name": "mnist", "directions": [2]}""",
                """{"op_code": 0, "worker_id": "w", "study_name": "other", "directions": [1]}""",
            ]);

        int code = ImportCommand.Run(Path.Combine(_folder, "optuna.log"), null, null, Study, new ImportOptions { Name = "" }, isJson: false, _output, _errors);

        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains("has the studies 'mnist', 'other'; one is imported at a time. Name it with --study.", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Import_Times_TheSameToTheLastDigitAfterAReport()
    {
        File.WriteAllText(Path.Combine(_folder, "space.json"), """{"params":[{"name":"x","type":"float","low":0,"high":1}]}""");
        string[] times = ["811.587641", "26.443456", "0.0000001", "0.1234567", "86399.9999999", "1.0000003"];
        File.WriteAllText(
            Path.Combine(_folder, "t.csv"),
            "trial,status,loss,time,x\n" + string.Concat(times.Select((time, i) => FormattableString.Invariant($"{i},ok,{i},{time},0.{i + 1}\n"))));

        Import("t.csv", "space.json");
        string[] before = Times();
        ReportCommand.Run(Study, ReportCharts.None, isJson: false, _output, _errors);

        Assert.Equal(before, Times());
        Assert.Equal(
            times.Select(time => double.Parse(time, System.Globalization.CultureInfo.InvariantCulture)),
            before.Select(time => double.Parse(time, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Import_HypermaxKills_TheKindTheyWere()
    {
        File.WriteAllText(
            Path.Combine(_folder, "search.json"),
            """{"hyperparameters":{"type":"object","properties":{"x":{"type":"number"}}},"function":{"auto_kill_max_time":180}}""");
        File.WriteAllText(Path.Combine(_folder, "t.csv"), """
            trial,status,loss,time,log,error,x
            0,ok,1,20,,,0.1
            1,fail,10,180.21,,Model was automatically killed.,0.2
            2,fail,10,25,,Model was automatically killed.,0.3
            3,fail,,12,,Did not find result object in the output from the model script.,0.4
            """);

        JournalSnapshot study = Import("t.csv", "search.json");

        Assert.Equal([FailureKind.None, FailureKind.WallTime, FailureKind.Memory, FailureKind.BadResult], study.Trials.Select(trial => trial.Outcome!.Failure));
    }

    [Fact]
    public void Export_ImportedHypermaxStudy_KeepsNameAuthorDescriptionAndMethod()
    {
        File.WriteAllText(
            Path.Combine(_folder, "search.json"),
            """{"hyperparameters":{"type":"object","properties":{"x":{"type":"number"}}},"search":{"method":"atpe"},"hypermax_results":{"name":"cifa"""
            + """r","author":"A. Author","contact":"a@b.example","description":"Nets."}}""");
        File.WriteAllText(Path.Combine(_folder, "t.csv"), "loss,x\n1,0.1\n");
        Import("t.csv", "search.json");
        string target = Path.Combine(_folder, "out");

        ExportCommand.Run(Study, "hypermax-results", target, isJson: false, () => Stream.Null, _output, _errors);

        using System.Text.Json.JsonDocument metadata = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(target, "metadata.json")));
        string[] keys = ["name", "author", "contact", "description", "algorithm"];
        Assert.Equal(["cifar", "A. Author", "a@b.example", "Nets.", "atpe"], keys.Select(key => metadata.RootElement.GetProperty(key).GetString()));
    }

    [Theory]
    [InlineData("number,value,state,datetime_start,datetime_complete,duration,params_x,params_net.units\n0,0.5,COMPLETE,2024-05-01 12:00:00.000000,2024-05-01 "
        + "12:01:30.500000,0 days 00:01:30.500000,0.25,7\n1,,RUNNING,2024-05-01 12:00:00,,,0.5,8\n")]
    [InlineData("loss,time_total_s,status,config/x,config/net/units\n0.5,90.5,TERMINATED,0.25,7\n")]
    [InlineData("tid,loss,status,eval_time,misc.vals.x,misc.vals.net.units\n0,0.5,ok,90.5,0.25,7\n")]
    public void Import_TableOfAnotherTool_AsItIs(string table)
    {
        File.WriteAllText(
            Path.Combine(_folder, "space.json"),
            """{"params":[{"name":"x","type":"float","low":0,"high":1},{"name":"net.units","type":"int","low":1,"high":9}]}""");
        File.WriteAllText(Path.Combine(_folder, "t.csv"), table);

        TrialRecord trial = Assert.Single(Import("t.csv", "space.json").Trials);

        Assert.Equal([0.25, 7], trial.Point);
        Assert.Equal(0.5, trial.Value);
        Assert.Equal(TimeSpan.FromSeconds(90.5), trial.Duration);
        Assert.Empty(trial.Outcome!.Metrics);
    }

    [Fact]
    public void Import_RayFolder_TrialsWithReportsAndErrors()
    {
        File.WriteAllText(
            Path.Combine(_folder, "space.json"),
            """{"params":[{"name":"lr","type":"float","low":0,"high":1},{"name":"net.units","type":"int","low":1,"high":9}]}""");
        WriteRay(
            "trial_0",
            """{"lr": 0.25, "net": {"units": 7}}""",
            """{"training_iteration": 1, "loss": 0.9, "time_total_s": 1.5, "timestamp": 1714564800}""",
            """{"training_iteration": 2, "loss": 0.5, "time_total_s": 3.25, "timestamp": 1714564802, "x": NaN}""");
        WriteRay("trial_1", """{"lr": 0.5, "net": {"units": 3}}""", """{"training_iteration": 1, "loss": NaN, "time_total_s": 1}""");
        File.WriteAllText(Path.Combine(_folder, "ray", "trial_1", "error.txt"), "Traceback");

        JournalSnapshot study = Import("ray", "space.json");

        Assert.Equal([TrialState.Complete, TrialState.Failed], study.Trials.Select(trial => trial.State));
        Assert.Equal([0.25, 7], study.Trials[0].Point);
        Assert.Equal([new TrialReport(1, 0.9), new TrialReport(2, 0.5)], study.Trials[0].Outcome!.Reports);
        Assert.Equal(TimeSpan.FromSeconds(3.25), study.Trials[0].Duration);
        Assert.Equal(new DateTimeOffset(2024, 5, 1, 11, 59, 58, 750, TimeSpan.Zero), study.Trials[0].Started);
    }

    private static void CheckOptuna(JournalSnapshot study)
    {
        Assert.Equal("mnist", study.Header!.Name);
        Assert.Equal([Direction.Maximize], study.Header.Directions);
        Assert.Equal(
            """{"name":"mnist","params":[{"name":"optimizer","type":"categorical","choices":["sgd","adam","None"]},{"name":"lr","type":"float","low":1E-05"""
            + ""","high":1,"log":true},{"name":"units","type":"int","low":32,"high":96,"step":16,"when":{"optimizer":"adam"}}]}""",
            SpaceJson.Write(study.Header.Space));
        Assert.Equal([TrialState.Complete, TrialState.Pruned, TrialState.Failed, TrialState.Failed], study.Trials.Select(trial => trial.State));
        Assert.Equal([0, 0.001, double.NaN], study.Trials[0].Point);
        Assert.Equal([1, 0.01, 48], study.Trials[1].Point);
        Assert.Equal(0.9, study.Trials[0].Value);
        Assert.Equal([new TrialReport(1, 0.5), new TrialReport(2, 0.7)], study.Trials[1].Outcome!.Reports);
        Assert.Equal(0.7, study.Trials[1].Value);
        Assert.Equal(FailureKind.NotFinite, study.Trials[3].Outcome!.Failure);
        Assert.Equal("first", study.Trials[0].Outcome!.Attributes["note"]);
        Assert.Equal("[1, 2]", study.Trials[0].Outcome!.Attributes["list"]);
        Assert.Equal(TimeSpan.FromTicks(905_000_010), study.Trials[0].Duration);
        Assert.Equal(new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero), study.Trials[0].Started);
    }

    private static string[] JournalLines()
    {
        static string Text(string json) => System.Text.Json.JsonSerializer.Serialize(json);
        static string Parameter(int trial, string name, string value, string distribution) => $$"""{"op_code": 5, "worker_id": "w", "trial_id": """
            + $$"""{{trial}}, "param_name": "{{name}}", "param_value_internal": {{value}}, "distribution": {{Text(distribution)}}}""";
        string[] lines =
        [
            """{"op_code": 0, "worker_id": "w", "study_name": "mnist", "directions": [2]}""",
            """{"op_code": 0, "worker_id": "v", "study_name": "mnist", "directions": [2]}""",
            """{"op_code": 4, "worker_id": "w", "study_id": 0, "datetime_start": "2024-05-01T12:00:00.000000"}""",
            Parameter(0, "optimizer", "0", Choice),
            Parameter(0, "lr", "0.001", Float),
            """{"op_code": 8, "worker_id": "w", "trial_id": 0, "user_attr": {"note": "first"}}""",
            """{"op_code": 8, "worker_id": "w", "trial_id": 0, "user_attr": {"list": [1, 2]}}""",
            """{"op_code": 6, "worker_id": "w", "trial_id": 0, "state": 1, "values": [0.9], "datetime_complete": "2024-05-01T12:01:30.500001"}""",
            $$"""{"op_code": 4, "worker_id": "w", "study_id": 0, "state": 2, "value": null, "values": null, "datetime_start":"""
            + $$""" "2024-05-01T12:00:00", "datetime_complete": "2024-05-01T12:00:01", "distributions": {"optimizer": {{Text(Choice)}}, "lr": """
            + $$"""{{Text(Float)}}, "units": {{Text(Int)}} }, "params": {"optimizer": 1, "lr": 0.01, "units": 48 }, "user_attrs": { }, "system_attrs": """
            + $$"""{ }, "intermediate_values": {"1": 0.5, "2": 0.7} }""",
            """{"op_code": 4, "worker_id": "w", "study_id": 0, "datetime_start": "2024-05-01T12:00:00.000000"}""",
            Parameter(2, "optimizer", "2", Choice),
            Parameter(2, "lr", "0.5", Float),
            """{"op_code": 6, "worker_id": "w", "trial_id": 2, "state": 3, "values": null, "datetime_complete": "2024-05-01T12:00:02"}""",
            """{"op_code": 4, "worker_id": "w", "study_id": 0, "datetime_start": "2024-05-01T12:00:00.000000"}""",
            Parameter(3, "optimizer", "1", Choice),
            Parameter(3, "lr", "0.1", Float),
            Parameter(3, "units", "96", Int),
            """{"op_code": 6, "worker_id": "w", "trial_id": 3, "state": 1, "values": [Infinity], "datetime_complete": "2024-05-01T12:00:02"}""",
            """{"op_code": 4, "worker_id": "w", "study_id": 0, "datetime_start": "2024-05-01T12:00:00.000000"}""",
            """{"op_code": 6, "worker_id": "w", "trial_id": 4, "sta""",
        ];
        return lines;
    }

    private static void WriteDatabase(string path)
    {
        using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"""
            CREATE TABLE studies (study_id INTEGER PRIMARY KEY, study_name VARCHAR(512));
            CREATE TABLE study_directions (study_direction_id INTEGER PRIMARY KEY, direction VARCHAR(8), study_id INTEGER, objective INTEGER);
            CREATE TABLE trials (trial_id INTEGER PRIMARY KEY, number INTEGER, study_id INTEGER, state VARCHAR(8),
                datetime_start DATETIME, datetime_complete DATETIME);
            CREATE TABLE trial_params (param_id INTEGER PRIMARY KEY, trial_id INTEGER, param_name VARCHAR(512), param_value FLOAT, distribution_json TEXT);
            CREATE TABLE trial_values (trial_value_id INTEGER PRIMARY KEY, trial_id INTEGER, objective INTEGER, value FLOAT, value_type VARCHAR(7));
            CREATE TABLE trial_intermediate_values (trial_intermediate_value_id INTEGER PRIMARY KEY, trial_id INTEGER, step INTEGER,
                intermediate_value FLOAT, intermediate_value_type VARCHAR(7));
            CREATE TABLE trial_user_attributes (trial_user_attribute_id INTEGER PRIMARY KEY, trial_id INTEGER, key VARCHAR(512), value_json TEXT);
            INSERT INTO studies VALUES (1, 'mnist');
            INSERT INTO study_directions VALUES (1, 'MAXIMIZE', 1, 0);
            INSERT INTO trials VALUES (11, 0, 1, 'COMPLETE', '2024-05-01 12:00:00.000000', '2024-05-01 12:01:30.500001'),
                (12, 1, 1, 'PRUNED', '2024-05-01 12:00:00', '2024-05-01 12:00:01'), (13, 2, 1, 'FAIL', '2024-05-01 12:00:00', '2024-05-01 12:00:02'),
                (14, 3, 1, 'COMPLETE', '2024-05-01 12:00:00', '2024-05-01 12:00:02'), (15, 4, 1, 'RUNNING', '2024-05-01 12:00:00', NULL);
            INSERT INTO trial_params VALUES (1, 11, 'optimizer', 0, '{Choice}'), (2, 11, 'lr', 0.001, '{Float}'),
                (3, 12, 'optimizer', 1, '{Choice}'), (4, 12, 'lr', 0.01, '{Float}'),
                (5, 12, 'units', 48, '{Int}'), (6, 13, 'optimizer', 2, '{Choice}'), (7, 13, 'lr', 0.5, '{Float}'),
                (8, 14, 'optimizer', 1, '{Choice}'), (9, 14, 'lr', 0.1, '{Float}'), (10, 14, 'units', 96, '{Int}');
            INSERT INTO trial_values VALUES (1, 11, 0, 0.9, 'FINITE'), (2, 14, 0, NULL, 'INF_POS');
            INSERT INTO trial_intermediate_values VALUES (1, 12, 1, 0.5, 'FINITE'), (2, 12, 2, 0.7, 'FINITE');
            INSERT INTO trial_user_attributes VALUES (1, 11, 'note', '"first"'), (2, 11, 'list', '[1, 2]');
            """;
        command.ExecuteNonQuery();
    }

    private void WriteRay(string trial, string parameters, params string[] lines)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "ray", trial)).FullName;
        File.WriteAllText(Path.Combine(folder, "params.json"), parameters);
        File.WriteAllLines(Path.Combine(folder, "result.json"), lines);
    }

    private string[] Times() => [.. File.ReadLines(Path.Combine(Study, "results.csv")).Skip(1).Select(line => line.Split(',')[3])];

    private JournalSnapshot Import(string source, string? space = null)
    {
        int code = ImportCommand.Run(
            Path.Combine(_folder, source),
            space is null ? null : Path.Combine(_folder, space),
            null,
            Study,
            new ImportOptions { Name = "" },
            isJson: false,
            _output,
            _errors);
        Assert.True(code == ExitCodes.Done, _errors.ToString());
        return Folders.Read(Study);
    }
}
