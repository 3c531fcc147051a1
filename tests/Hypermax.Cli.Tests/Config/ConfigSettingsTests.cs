using Hypermax.Config;
using Hypermax.Config.Faults;
using Hypermax.Settings;
using Hypermax.Spaces;
using Hypermax.Spaces.SearchJson;

namespace Hypermax.Tests.Config;

/// <summary>Hypermax's own keys are other names of settings, and keep what they mean there.</summary>
public sealed class ConfigSettingsTests
{
    private const string Rest = """
        "hyperparameters": {"type": "object", "properties": {"rate": {"type": "number"}}}
        """;

    [Theory]
    [InlineData("function", """{"type": "python_function", "module": "m", "name": "f"}""", "python=m:f")]
    [InlineData("function", """{"type": "python_function", "module": "a.b", "name": "f", "interpreter": "/x/py"}""", "python=a.b:f interpreter=/x/py")]
    [InlineData("function", """{"type": "executable", "command": "./x --rate {rate}"}""", "command=./x --rate {rate}")]
    [InlineData("function", """{"type": "command", "command": ["./my x", "--rate", "{rate}", 3]}""", "command='./my x' --rate {rate} 3")]
    [InlineData("function", """{"type": "executable", "executable": "./my x", "arguments": ["{rate}"]}""", "command='./my x' {rate}")]
    [InlineData("function", """{"type": "remote", "command": "./x", "hosts": ["a", "b*2"], "rsync": {"from": "here", "to": "there"}}""",
        "executorOptions=copyFrom=here copyTo=there command=./x hosts=a b*2")]
    [InlineData("function", """{"type": "command", "command": "x", "environment": {"A": 1, "B": "two words"}, "options": {"nested": false}}""",
        "executorOptions=nested=false environment.A=1 environment.B='two words' command=x")]
    [InlineData("function", """
        {"type": "command", "command": "x", "parallel": 2, "auto_kill_max_time": 120.0, "auto_kill_max_ram": 512, "auto_kill_max_system_ram": 3800,
         "auto_kill_max_gpu_ram": 10, "auto_kill_max_cpu_time": 9, "auto_kill_max_silence": 8, "auto_kill_max_output": 7, "auto_kill_loss": 1.0}
        """,
        "workers=2 trialSeconds=120 trialCpuSeconds=9 trialSilenceSeconds=8 trialMemoryMegabytes=512 trialGpuMegabytes=10 trialOutputMegabytes=7 "
        + "systemMemoryMegabytes=3800 killLoss=1 command=x")]
    [InlineData("function", """{"type": "command", "command": "x", "kill_loss": 2}""", "killLoss=2 command=x")]
    [InlineData("function", """{"type": "command", "command": "x", "parallel": null, "kill_loss": 1, "auto_kill_loss": 1.0}""", "killLoss=1 command=x")]
    [InlineData("search", """
        {"method": "tpe", "iterations": 1e3, "direction": "maximize", "seed": 4, "timeout": "8h", "target": 0.5, "patience": 50, "options": {"gamma": 0.2}}
        """,
        "direction=maximize trials=1000 timeout=28800 target=0.5 patience=50 seed=4 method=tpe methodOptions=gamma=0.2")]
    [InlineData("search", """{"pruner": "median", "pruner_options": {"warmupSteps": 3}}""", "pruner=median prunerOptions=warmupSteps=3")]
    [InlineData("search", """{"stages": "random 5 then tpe"}""", "stages=random 5 then tpe")]
    [InlineData("search", """{"method": "abh", "min_budget": 1, "max_budget": 30.0, "eta": 4}""", "method=abh fidelity=min=1 max=30 eta=4")]
    [InlineData("search", """{"method": "abh", "max_budget": 30, "schedule_options": {"brackets": 2}}""",
        "method=abh fidelity=min=1 max=30 eta=3 scheduleOptions=brackets=2")]
    [InlineData("search", """{"method": "atpe", "schedule": "asha", "eta": 2.5}""", "method=atpe fidelity=min=1 max=100 eta=2.5 schedule=asha")]
    [InlineData("search", """{"method": "abh"}""", "method=abh fidelity=min=1 max=100 eta=3")]
    [InlineData("search", """{"method": "abh", "fidelity": {"max": 9}}""", "method=abh fidelity=max=9")]
    [InlineData("search", """{"method": "bohb"}""", "method=bohb")]
    [InlineData("search", """
        {"stages": [{"method": "random", "iterations": 1e1}, {"name": "near", "method": "tpe", "options": {"gamma": 0.2}, "iterations": 5,
         "narrow": {"top": 0.1, "quantiles": [0.1, 0.9], "margin": 0, "choices": 0.5, "of": "random"}}, {"only": ["rate", "for"], "vary": 1, "timeout": "2m"},
         {"turns": ["rate", ["a b", "c"]]}]}
        """,
        "stages=random 10; near: tpe(gamma=0.2) 5 narrow 0.1 quantiles 0.1..0.9 margin 0 choices 0.5 of random; only rate,'for' vary 1 for 120; "
        + "turns rate | 'a b',c")]
    [InlineData("objectives", """{"error": "minimize", "speed": "maximize"}""", "objectives=error:minimize speed:maximize")]
    [InlineData("constraints", """{"p99": {"at_most": 20}, "share": {"at_least": 0.1, "at_most": 1}}""", "constraints=p99<=20 0.1<=share<=1")]
    [InlineData("choose", "\"error <= 0.1\"", "choose=error <= 0.1")]
    [InlineData("results", """{"directory": "out", "graphs": false}""", "charts=none")]
    [InlineData("results", """{"graphs": true}""", "")]
    [InlineData("settings", """{"trials": "12", "timeout": null, "target": "none", "retries": 2}""", "trials=12 timeout=none target=none retries=2")]
    [InlineData("metrics", """{"time": {"type": "time", "target_time": 5, "max_time": 10, "penalty_at_max": 0.1}}""", "loss=value + penalty(time, 5, 10, 0.1)")]
    [InlineData("metrics", """{"ram": {"type": "ram", "target_ram": 100, "max_ram": 200, "penalty_at_max": 1}, "cpu": {"type": "cpu", "target": 1, """
        + """ "max": 2, "penalty_at_max": 3}}""",
        "loss=value + penalty(memory, 100, 200, 1) + penalty(cpu, 1, 2, 3)")]
    [InlineData("metrics", """{"loss": {}, "std dev": {"weight": 0.5}, "accuracy": {"direction": "maximize"}}""", "loss=value + 0.5*'std dev' - 'accuracy'")]
    [InlineData("metrics", """{"accuracy": {"target": 0.95, "max": 0.5, "weight": 2}}""", "loss=2*asymptote('accuracy', 0.95, 0.5)")]
    public void Read_Section_GivesSettings(string section, string value, string expected)
    {
        using TemporaryConfig file = new($"{{{Rest}, \"{section}\": {value}}}");
        FaultList faults = new();

        SearchConfig config = ConfigReader.Read(file.Path, faults)!;

        Assert.Empty(faults.All);
        Assert.Equal(expected, string.Join(' ', config.Settings.Given.Select(given => $"{given.Key.Key}={given.Key.WriteOrNone(given.Value.Value)}")));
    }

    [Theory]
    [InlineData("minimize", "loss=- 'auc' + 'error'")]
    [InlineData("maximize", "loss='auc' - 'error'")]
    public void Read_DirectionOfAMetric_IsSeenFromThatOfTheSearch(string direction, string expected)
    {
        using TemporaryConfig file = new("{" + Rest + ", \"search\": {\"direction\": \"" + direction
            + "\"}, \"metrics\": {\"auc\": {\"direction\": \"maximize\"}, \"error\": {\"direction\": \"minimize\"}}}");
        FaultList faults = new();

        SearchConfig config = ConfigReader.Read(file.Path, faults)!;

        Assert.Equal(expected, $"loss={config.Settings.Text(TrialSettings.Loss)}");
        Assert.NotNull(StudyPlan.Loss(config.Settings, Direction.Minimize, new Violations()));
    }

    [Fact]
    public void Read_YamlAndReferences_AreTheSameSearchAsJson()
    {
        using TemporaryConfig file = new("""
            hyperparameters:
              type: object
              properties:
                opt: {$ref: "parts.json#/optimizer"}
                layers:
                  type: array
                  minItems: 1
                  maxItems: 3
                  items: {$ref: "#/$defs/layer"}
                on: {type: boolean}
            $defs:
              layer:
                type: object
                properties:
                  units: &units {type: integer, min: 1, max: 64}
                  more: {<<: *units, max: 128}
            search: {method: random, iterations: 1e2, seed: +5}
            function: {type: command, command: "echo 1"}
            """, "search.yaml");
        file.Add(
            "parts.json",
            """{"optimizer": {"oneOf": [{"type": "object", "properties": {"lr": {"$ref": "#/rate", "max": 0.5}}}, {"type": "object", "properties": """
                + """{}}]}, "rate": {"type": "number", "max": 0.1}}""");
        FaultList faults = new();

        SearchConfig config = ConfigReader.Read(file.Path, faults)!;

        Assert.Empty(faults.All);
        Assert.Equal(
            ["opt", "opt.0.lr", "layers.Length", "layers.0.units", "layers.0.more", "layers.1.units", "layers.1.more", "layers.2.units", "layers.2.more", "on"],
            config.Space!.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(0.5, ((NumericParameter)config.Space.Parameters[1]).High);
        Assert.Equal(128, ((NumericParameter)config.Space.Parameters[4]).High);
        Assert.Equal(100, config.Settings.Value(StudySettings.Trials));
        Assert.Equal(5, config.Settings.Value(StudySettings.Seed));
    }

    [Fact]
    public void Read_Relations_HoldBetweenParameters()
    {
        using TemporaryConfig file = new("""
            {"hyperparameters": {"type": "object",
              "properties": {"low": {"type": "number"}, "high": {"type": "number"}},
              "relations": [{"kind": "lessThan", "members": ["low", "high"]}]}}
            """);
        FaultList faults = new();

        SearchSpace space = ConfigReader.Read(file.Path, faults)!.Space!;

        Assert.Empty(faults.All);
        Assert.True(Assert.Single(space.Relations).Holds(new double[] { 0.1, 0.2 }));
        Assert.False(space.Relations[0].Holds(new double[] { 0.2, 0.1 }));
        Assert.Equal(SpaceJson.Hash(space), SpaceJson.Hash(SearchJsonReader.Read(SearchJsonWriter.Write(space))));
    }
}
