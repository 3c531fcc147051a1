using System.Text.Json;
using Hypermax.Dataset.Judging;
using Hypermax.Dataset.Packing;

namespace Hypermax.Tests.Dataset;

public sealed class DatasetPackTests : IDisposable
{
    private readonly MadeDataset _set = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose() => _set.Dispose();

    [Fact]
    public void Pack_ASet_IsASetAgainWithEverythingThatWasSaid()
    {
        _set.Add(150).AddRow("fail,10,100.2,,Model was automatically killed.,0.5,1,2,elu").Save(100)
            .Write("metadata.json", """
                {"name": "made", "author": "A", "date": "August 8, 2018", "algorithm": "net", "input_types": ["text"], "output_types": [], "metrics": ["auc"]}
                """);
        string packed = Path.Combine(_set.Folder, "packed");

        Assert.Equal(ExitCodes.Done, DatasetPackCommand.Run(_set.Folder, packed, isJson: false, _output, _errors));

        Assert.Equal(
            ["best.json", "correlations.csv", "metadata.json", "results.csv", "search.json"],
            Directory.GetFiles(packed).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        JsonElement metadata = Json(packed, "metadata.json");
        Assert.Equal(
            """ "August 8, 2018" "net" ["text"] [] ["auc"]""",
            string.Concat(((string[])["date", "algorithm", "input_types", "output_types", "metrics"])
                .Select(key => " " + JsonSerializer.Serialize(metadata.GetProperty(key)))));
        Assert.Equal("random", Json(packed, "search.json").GetProperty("search").GetProperty("method").GetString());
        Assert.Contains("problem: 151 rows for 4 parameters; too few", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(Judged(_set.Folder), Judged(packed));
    }

    [Fact]
    public void Pack_AsJson_NamesWhatWasWritten()
    {
        _set.Add(150).Save();
        string packed = Path.Combine(_set.Folder, "packed");

        Assert.Equal(ExitCodes.Done, DatasetPackCommand.Run(_set.Folder, packed, isJson: true, _output, _errors));

        JsonElement written = JsonDocument.Parse(_output.ToString()).RootElement.GetProperty("written");
        Assert.Equal(
            Directory.GetFiles(packed).Order(StringComparer.Ordinal),
            written.EnumerateArray().Select(file => file.GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Pack_OntoItself_IsRefused()
    {
        _set.Add(30).Save();
        string before = File.ReadAllText(Path.Combine(_set.Folder, "search.json"));

        Assert.Equal(ExitCodes.Usage, DatasetPackCommand.Run(_set.Folder, _set.Folder + "/", isJson: false, _output, _errors));

        Assert.Contains("would replace the files it is made of", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Path.Combine(_set.Folder, "search.json")));
    }

    private static JsonElement Json(string folder, string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, file))).RootElement;

    private string Judged(string folder)
    {
        using StringWriter output = new();
        DatasetCheckCommand.Run(folder, isJson: false, output, _errors);
        return string.Join('\n', output.ToString().Split('\n').Skip(1).Where(line => !line.Contains("best.json", StringComparison.Ordinal)));
    }
}
