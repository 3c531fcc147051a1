using Hypermax.Search;
using Hypermax.SearchFile;
using Hypermax.Storage.Journal;
using Hypermax.Tests.Config;

namespace Hypermax.Tests.SearchFile;

/// <summary>Folders that the original wrote are read and gone on with; nothing of them is lost.</summary>
public sealed class HypermaxFolderTests : IDisposable
{
    // Keys sorted, as the original writes its configuration; rows in the order in which trials ended.
    private const string Configuration = """
        {
            "function": {"auto_kill_loss": 10, "auto_kill_max_time": 60, "command": "echo {rate}", "type": "executable"},
            "hyperparameters": {
                "properties": {
                    "opt": {"oneOf": [{"properties": {"lr": {"max": 1, "min": 0.001, "scaling": "logarithmic", "type": "number"}}, "type": "object"},
                                      {"properties": {"name": {"constant": "sgd", "type": "string"}}, "type": "object"}]},
                    "rate": {"max": 9, "min": 1, "rounding": 1, "type": "number"}
                },
                "type": "object"
            },
            "search": {"iterations": 6, "method": "random"}
        }
        """;

    private const string Table = """
        "trial","status","loss","time","log","error","opt","opt.0.lr","opt.1.name","rate"
        "0","ok","0.5","1.25","logs/trial_0.txt","","0","0.01","","3.0"
        "2","fail","10","60.1","logs/trial_2.txt","Model was automatically killed.","1","","sgd","4.0"
        "1","ok","0.25","2.0","","","1","","sgd","5.0"

        """;

    private readonly TemporaryConfig _file = new(Configuration);
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private readonly string _folder;

    public HypermaxFolderTests()
    {
        _folder = Directory.CreateDirectory(Path.Combine(_file.Folder, "results_0")).FullName;
        File.WriteAllText(Path.Combine(_folder, "results.csv"), Table);
        File.WriteAllText(Path.Combine(_folder, "search.json"), Configuration);
        File.WriteAllText(Path.Combine(_folder, "guidance.json"), """{"lockedParameters": [{"variable": "rate", "value": 7.0}]}""");
    }

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Search_FolderNamed_GoesOnWithItsTrialsAndGuidance()
    {
        Assert.Equal(ExitCodes.Done, await RunAsync(_folder));

        IReadOnlyList<TrialRecord> trials = JournalSnapshot.Read(_folder).Trials;
        Assert.Equal([0, 1, 2, 3, 4, 5], trials.Select(trial => trial.Number));
        Assert.Equal([0.5, 0.25, 10, 7, 7, 7], trials.Select(trial => trial.Value));
        Assert.Equal(FailureKind.WallTime, trials[2].Outcome!.Failure);
        Assert.Equal(Table, File.ReadAllText(Path.Combine(_folder, HypermaxFolder.KeptTable)));
        Assert.Contains("3 trials of Hypermax, which the search goes on with", _output.ToString(), StringComparison.Ordinal);
        Assert.Empty(_errors.ToString());
    }

    [Fact]
    public async Task Search_FolderFound_GoesOnWithIt()
    {
        File.WriteAllText(
            _file.Path,
            Configuration.Replace(
                "\"search\"",
                $"\"results\": {{\"directory\": \"{Path.Combine(_file.Folder, "results")}\"}}, \"search\"",
                StringComparison.Ordinal));

        Assert.Equal(ExitCodes.Done, await RunAsync(folder: null));

        Assert.Equal(6, JournalSnapshot.Read(_folder).Trials.Count);
        Assert.Contains("holds 3 of 6 trials of this search and is gone on with", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"max\": 9", "\"max\": 8", "is of a search with another space")]
    [InlineData("\"search\"", "\"metrics\": {\"loss\": {\"weight\": 2}}, \"search\"", "the two do not mix")]
    public async Task Search_FolderOfAnotherSearch_IsRefusedAndLeftAlone(string before, string after, string expected)
    {
        File.WriteAllText(_file.Path, Configuration.Replace(before, after, StringComparison.Ordinal));

        Assert.Equal(ExitCodes.Usage, await RunAsync(_folder));

        Assert.Contains(expected, _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(["guidance.json", "results.csv", "search.json"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private Task<int> RunAsync(string? folder)
    {
        FileSearchOptions options = new() { File = _file.Path, Folder = folder };
        return new FileSearch(options, new SearchLines(_output, isForBuild: false, _errors), _errors, TimeProvider.System).RunAsync(CancellationToken.None);
    }
}
