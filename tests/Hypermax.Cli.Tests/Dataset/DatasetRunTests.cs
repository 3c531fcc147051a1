using System.Globalization;
using System.Text.Json;
using Hypermax.Dataset.Judging;
using Hypermax.Dataset.Making;
using Hypermax.Search;
using Hypermax.SearchFile;
using Hypermax.Tests.Config;

namespace Hypermax.Tests.Dataset;

public sealed class DatasetRunTests : IDisposable
{
    private readonly TemporaryConfig _file = new("{}");
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Run_StoppedInTheSecondStage_GoesOnToADatasetWithItsStages()
    {
        DatasetProtocol protocol = new(Rows: 12, Cherry: 4, "evolution");
        Write("1 + (x - 3) * (x - 3)");

        Assert.Equal(ExitCodes.Done, await RunAsync([.. protocol.Properties, "HypertuneTrials=17"]));
        Assert.Equal(ExitCodes.Done, await RunAsync(protocol.Properties));

        string[] lines = File.ReadAllLines(Path.Combine(Folder, "results.csv"));
        string[] heads = lines[0].Split(',');
        string[] stages = [.. lines.Skip(1).Select(line => line.Split(',')[Array.IndexOf(heads, "stage")])];
        double[] values = [.. lines.Skip(1).Select(line => double.Parse(line.Split(',')[Array.IndexOf(heads, "x")], CultureInfo.InvariantCulture))];
        Assert.Equal(
            ["full 12", "narrowed 12", "again 12", "cherry 4"],
            stages.GroupBy(stage => stage).Select(stage => FormattableString.Invariant($"{stage.Key} {stage.Count()}")));
        Assert.True(values[12..24].Max() - values[12..24].Min() < values[..12].Max() - values[..12].Min());
        Assert.False(Directory.Exists(Path.Combine(_file.Folder, "results_1")));

        _output.GetStringBuilder().Clear();
        DatasetCheckCommand.Run(Folder, isJson: true, _output, _errors);
        JsonElement said = JsonDocument.Parse(_output.ToString()).RootElement;
        Assert.True(said.GetProperty("saysStages").GetBoolean());
        Assert.Equal([12, 12, 12, 4], said.GetProperty("stages").EnumerateArray().Select(stage => stage.GetProperty("count").GetInt32()));
    }

    [Theory]
    [InlineData("\"x\": {\"type\": \"number\"}", 100)]
    [InlineData("\"x\": {\"type\": \"number\"}, \"y\": {\"type\": \"boolean\"}, \"z\": {\"type\": \"boolean\"}, \"w\": {\"type\": \"boolean\"}", 1000)]
    public void RowsFor_Spaces_SmallOnesNeedFewer(string properties, int rows)
    {
        _file.Add("search.json", $$"""{"hyperparameters": {"type": "object", "properties": { {{properties}} } } }""");

        Assert.Equal(rows, DatasetProtocol.RowsFor(_file.Path));
    }

    [Theory]
    [InlineData("--rows", "0")]
    [InlineData("--cherry", "-1")]
    [InlineData("--method", "random")]
    [InlineData("--method", "tpr")]
    public void Run_OptionsThatMakeNoSense_AreOfUsage(string option, string value) =>
        Assert.Equal(ExitCodes.Usage, Verbs.Run(["dataset", "run", _file.Path, option, value]));

    private string Folder => Path.Combine(_file.Folder, "results_0");

    private void Write(string loss)
    {
        string program = _file.Add("model.sh", $"awk -v x=\"$1\" 'BEGIN {{ print {loss} }}'\n");
        _file.Add("search.json", $$"""
            {"hyperparameters": {"type": "object", "properties": {"x": {"type": "number", "min": 0, "max": 100}, "kind": {"enum": ["a", "b"]} } },
             "function": {"type": "executable", "executable": "sh", "arguments": ["{{program}}", "{x}"]},
             "search": {"method": "atpe", "iterations": 7, "patience": 3},
             "results": {"directory": "{{_file.Folder}}/results", "graphs": false} }
            """);
    }

    private Task<int> RunAsync(IReadOnlyList<string> properties)
    {
        FileSearchOptions options = new() { File = _file.Path, Properties = properties };
        return new FileSearch(options, new SearchLines(_output, isForBuild: false, _errors), _errors, TimeProvider.System).RunAsync(CancellationToken.None);
    }
}
