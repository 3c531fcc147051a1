using System.Runtime.CompilerServices;
using Hypermax.Search;
using Hypermax.SearchFile;
using Hypermax.Storage.Journal;
using Hypermax.Tests.Config;

namespace Hypermax.Tests.SearchFile;

public sealed class ScikitLearnTests
{
    [ScikitLearnFact]
    public async Task Search_ExampleOfHypermax_FindsAForestAndGoesOn()
    {
        using TemporaryConfig file = new("{}");
        file.Add("search.json", File.ReadAllText(At("search.json")).Replace("\"results\",", $"\"{file.Folder}/results\",", StringComparison.Ordinal));
        file.Add("model.py", File.ReadAllText(At("model.py")));

        Assert.Equal(ExitCodes.Done, await RunAsync(file, trials: 2));
        Assert.Equal(ExitCodes.Done, await RunAsync(file, trials: 4));

        JournalSnapshot study = JournalSnapshot.Read(Path.Combine(file.Folder, "results_0"));
        Assert.Equal("atpe", study.Header!.Method);
        Assert.Equal(4, study.Trials.Count);
        Assert.All(study.Trials, trial => Assert.InRange(trial.Value, 0.05, 0.5));
        Assert.All(study.Trials, trial => Assert.InRange(trial.Outcome!.Metrics["time"], 0, trial.Duration.TotalSeconds));
    }

    private static string At(string name, [CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../samples/ScikitLearn", name));

    private static async Task<int> RunAsync(TemporaryConfig file, int trials)
    {
        StringWriter errors = new();
        FileSearchOptions options = new()
        {
            File = file.Path,
            Properties =
            [
                FormattableString.Invariant($"HypertuneTrials={trials}"), $"HypertuneInterpreter={ScikitLearnFactAttribute.Interpreter}",
                $"HypertuneWorkingDirectory={file.Folder}",
            ],
        };
        int code = await new FileSearch(
            options,
            new SearchLines(new StringWriter(), isForBuild: false, errors),
            errors,
            TimeProvider.System).RunAsync(CancellationToken.None);
        Assert.Empty(errors.ToString());
        return code;
    }
}
