using System.Globalization;
using Hypermax.Config.Faults;
using Hypermax.Search;
using Hypermax.SearchFile;
using Hypermax.Storage.Journal;
using Hypermax.Tests.Config;

namespace Hypermax.Tests.SearchFile;

/// <summary>Where the original went wrong with a configuration or a trial; the numbers are those of docs/hypermax.md.</summary>
public sealed class OriginalBugsTests : IDisposable
{
    private const string Rate = """{"type": "object", "properties": {"rate": {"type": "number", "min": 1, "max": 2}}}""";

    // Prints what it is given, and the loss.
    private const string Mirror = """read -r p; printf '{"loss": 1, "p": %s}\n' "$p" """;

    private readonly TemporaryConfig _file = new("{}");
    private readonly StringWriter _errors = new();

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData("B12 a limit ends a trial that is running", "sleep 60", "Failed WallTime 9")]
    [InlineData("B12 a result before the limit counts", "echo 3; exec >&- 2>&-; sleep 60", "Complete 3")]
    [InlineData("B15 apostrophes are letters", """echo "{\"loss\": 1, \"note\": \"it's\"}" """, "Complete 1 note=it's")]
    [InlineData("B16 what is printed to standard error is no result", "echo 2; echo warning >&2", "Complete 2")]
    [InlineData("B17 accuracy is not taken for a loss", """echo '{"accuracy": 0.9}'""", "Failed BadResult NaN")]
    [InlineData("B18 no loss", "echo null", "Failed BadResult NaN")]
    [InlineData("B18 nothing printed", "true", "Failed BadResult NaN")]
    [InlineData("B18 a list", "echo '[1]'", "Failed BadResult NaN")]
    [InlineData("B19 what else is returned is kept", """echo '{"loss": 1, "auc": 0.5, "device": "gpu", "more": {"a": 2}}'""",
        "Complete 1 auc=0.5 more.a=2 device=gpu")]
    [InlineData("B20 NaN is a failure", "echo NaN", "Failed NotFinite NaN")]
    [InlineData("B21 a crash is a trial that failed", "echo 1; exit 3", "Failed ProcessDied NaN")]
    [InlineData("B25 output that is no UTF-8 does no harm", """printf '\377\200x\n2\n'""", "Complete 2")]
    [InlineData("B9 a loss of 0 is a loss", "echo 0", "Complete 0")]
    public async Task Trial_Ends(string bug, string script, string expected)
    {
        Assert.NotEmpty(bug);
        await RunAsync(Rate, script, """, "auto_kill_max_time": 2, "auto_kill_loss": 9""", """{"method": "random", "iterations": 1}""");

        TrialRecord trial = Assert.Single(Trials());
        IEnumerable<string> said = trial.Outcome!.Metrics.Select(metric => string.Create(CultureInfo.InvariantCulture, $"{metric.Key}={metric.Value}"))
            .Concat(trial.Outcome.Attributes.Select(attribute => $"{attribute.Key}={attribute.Value}"))
            .Where(text => !text.StartsWith("leftProcesses", StringComparison.Ordinal));
        string failure = trial.State == TrialState.Failed ? $" {trial.Outcome.Failure}" : string.Empty;
        Assert.Equal(expected, string.Join(' ', [$"{trial.State}{failure} {trial.Value.ToString(CultureInfo.InvariantCulture)}", .. said]));
        Assert.True(trial.Duration < TimeSpan.FromSeconds(50), $"{trial.Duration}");
    }

    [Theory]
    [InlineData("B1 choices with tpe after its start", "tpe", 24)]
    [InlineData("B1 choices with atpe after its start", "atpe", 16)]
    [InlineData("B22 never one trial more than asked for", "random", 7)]
    public async Task Search_EndsAfterItsTrials(string bug, string method, int trials)
    {
        Assert.NotEmpty(bug);
        const string choice = """
            {"type": "object", "properties": {"opt": {"oneOf": [
              {"type": "object", "properties": {"lr": {"type": "number"}}},
              {"type": "object", "properties": {"name": {"constant": "sgd"}, "lr": {"type": "number"}}}]}}}
            """;

        Assert.Equal(
            ExitCodes.Done,
            await RunAsync(choice, "echo 1", ", \"parallel\": 2", FormattableString.Invariant($$"""{"method": "{{method}}", "iterations": {{trials}}}""")));

        Assert.Equal(trials, Trials().Count);
        Assert.All(Trials(), trial => Assert.Equal(TrialState.Complete, trial.State));
    }

    [Theory]
    [InlineData("B2 steps stay within the bounds", """{"x": {"type": "number", "min": 1, "max": 10, "rounding": 4}}""", "p.x=4 p.x=8")]
    [InlineData("B3 randint counts from 0", """{"x": {"type": "number", "mode": "randint", "max": 2}}""", "p.x=0 p.x=1")]
    [InlineData("B5 a choice within a choice",
        """{"x": {"oneOf": [{"type": "object", "properties": {"y": {"oneOf": [{"type": "object", "properties": {"z": {"const": 5}}}]}}}]}}""",
        "p.x.$index=0 p.x.y.$index=0 p.x.y.z=5")]
    [InlineData("B5 names that are numbers", """{"1": {"type": "object", "properties": {"2": {"const": 7}}}, "b": {"const": "t"}}""", "p.1.2=7 p.b=t")]
    [InlineData("B6 booleans and null stay what they are", """{"a": {"const": true}, "b": {"enum": [null, true]}}""", "p.a=true p.b=true")]
    [InlineData("B6 texts of digits stay texts", """{"a": {"enum": ["7", "x"]}}""", "p.a=7 p.a=x")]
    [InlineData("whole numbers are whole", """{"a": {"type": "integer", "min": 3, "max": 4}, "b": {"type": "boolean"}}""", "p.a=3 p.a=4 p.b=false p.b=true")]
    [InlineData("lists are lists", """{"l": {"type": "array", "minItems": 1, "maxItems": 1, "items": {"const": 2}}}""", "p.l=[2]")]
    public async Task Parameters_ReachTheProgram(string bug, string properties, string expected)
    {
        Assert.NotEmpty(bug);
        string space = $"{{\"type\": \"object\", \"properties\": {properties}}}";

        Assert.Equal(ExitCodes.Done, await RunAsync(space, Mirror, string.Empty, """{"method": "random", "iterations": 12}"""));

        IEnumerable<string> said = Trials().SelectMany(trial => trial.Outcome!.Metrics
            .Select(metric => string.Create(CultureInfo.InvariantCulture, $"{metric.Key}={metric.Value}"))
            .Concat(trial.Outcome.Attributes.Select(attribute => $"{attribute.Key}={attribute.Value}")));
        Assert.Equal(expected, string.Join(' ', said.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Parameters_OfAnySize_ReachTheProgram()
    {
        // B23: on a command line they would not fit.
        string space = """{"type": "object", "properties": {"b": {"type": "boolean"}, "a": {"const": " """ + new string('x', 300_000) + "\"}}}";

        Assert.Equal(ExitCodes.Done, await RunAsync(space, "wc -c", string.Empty, """{"method": "random", "iterations": 1}"""));

        Assert.InRange(Assert.Single(Trials()).Value, 300_000, 301_000);
    }

    [Theory]
    [InlineData("B3", """{"type": "number", "mode": "normal", "scaling": "logarithmic"}""", false, "geometric mean above 0")]
    [InlineData("B3", """{"type": "number", "mode": "randint", "min": 3, "max": 9}""", true, "the mode 'randint' does not use it")]
    [InlineData("B4", """{"type": "string"}""", false, "has the type 'string'")]
    [InlineData("B4", """{"type": "number", "mode": "triangle"}""", false, "has the mode 'triangle'")]
    [InlineData("B4", """{"type": "number", "scaling": "log10"}""", false, "has the scaling 'log10'")]
    [InlineData("B4", """{}""", false, "has no 'type'")]
    [InlineData("B7", """{"type": "number", "mode": "normal", "rounding": 1}""", null, "")]
    public void Node_ThatSaysNothing_IsToldBeforeAnythingRuns(string bug, string node, bool? isWarning, string expected)
    {
        Assert.NotEmpty(bug);
        Write("""{"type": "object", "properties": {"y": {"type": "boolean"}, "x": """ + node + "}}", "echo 1", string.Empty, "{}");

        IReadOnlyList<Fault> faults = ConfigCheck.Read(_file.Path, []).Faults.All;

        Assert.Equal(isWarning, faults.SingleOrDefault()?.IsWarning);
        Assert.Contains(expected, faults.SingleOrDefault()?.Text ?? string.Empty, StringComparison.Ordinal);
    }

    private IReadOnlyList<TrialRecord> Trials() => JournalSnapshot.Read(Path.Combine(_file.Folder, "results_0")).Trials;

    private void Write(string space, string script, string function, string search)
    {
        string program = _file.Add("model.sh", script + "\n");
        _file.Add(
            "search.json",
            $$"""
            {
              "hyperparameters": {{space}},
              "function": {"type": "executable", "executable": "sh", "arguments": ["{{program}}"]{{function}}},
              "search": {{search}},
              "results": {"directory": "{{_file.Folder}}/results", "graphs": false}
            }
            """);
    }

    private Task<int> RunAsync(string space, string script, string function, string search)
    {
        Write(space, script, function, search);
        FileSearchOptions options = new() { File = _file.Path };
        SearchLines lines = new(new StringWriter(), isForBuild: false, _errors);
        return new FileSearch(options, lines, _errors, TimeProvider.System).RunAsync(CancellationToken.None);
    }
}
