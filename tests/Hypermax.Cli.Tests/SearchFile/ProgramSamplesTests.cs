using System.Runtime.CompilerServices;
using Hypermax.Search;
using Hypermax.SearchFile;
using Hypermax.Storage.Journal;
using Hypermax.Tests.Config;

namespace Hypermax.Tests.SearchFile;

/// <summary>samples/Programs: the same search in every language finds the same losses.</summary>
public sealed class ProgramSamplesTests
{
    [ProgramFact("python3", "python3")]
    public Task Search_InPython_FindsTheLossesOfTheFit() => Verify("python");

    [ProgramFact("java", "default-jdk-headless")]
    public Task Search_InJava_FindsTheLossesOfTheFit() => Verify("java");

    [ProgramFact("node", "nodejs")]
    public Task Search_InNode_FindsTheLossesOfTheFit() => Verify("node");

    [ProgramFact("ruby", "ruby")]
    public Task Search_InRuby_FindsTheLossesOfTheFit() => Verify("ruby");

    [ProgramFact("Rscript", "r-base-core")]
    public Task Search_InR_FindsTheLossesOfTheFit() => Verify("r");

    [ProgramFact("awk", "mawk")]
    public Task Search_InShell_FindsTheLossesOfTheFit() => Verify("shell");

    private static async Task Verify(string language)
    {
        string sample = At(language);
        using TemporaryConfig folder = new("{}");
        FileSearchOptions options = new()
        {
            File = Path.Combine(sample, "search.json"),
            Folder = Path.Combine(folder.Folder, "results"),
            Properties = ["HypertuneTrials=2", $"HypertuneWorkingDirectory={sample}", "HypertuneCharts=none"],
        };
        StringWriter errors = new();

        int code = await new FileSearch(options, new SearchLines(new StringWriter(), isForBuild: false, errors), errors, TimeProvider.System)
            .RunAsync(CancellationToken.None);

        Assert.Equal((ExitCodes.Done, string.Empty), (code, errors.ToString()));
        JournalSnapshot study = JournalSnapshot.Read(options.Folder);
        Assert.Equal(2, study.Trials.Count);
        Assert.All(study.Trials, trial => Assert.Equal(1, trial.Value / Loss(trial.Point[0], trial.Point[1], (int)trial.Point[2]), 9));
    }

    // What all six compute.
    private static double Loss(double rate, double momentum, int steps)
    {
        double[] x = [.. Enumerable.Range(0, 10).Select(i => i / 10.0)];
        double slope = 0, offset = 0, slopeStep = 0, offsetStep = 0;
        for (int step = 0; step < steps; step++)
        {
            double[] errors = [.. x.Select(Error)];
            slopeStep = (momentum * slopeStep) - (rate * errors.Zip(x, (error, place) => 2 * error * place).Average());
            offsetStep = (momentum * offsetStep) - (rate * errors.Average(error => 2 * error));
            slope += slopeStep;
            offset += offsetStep;
        }

        return x.Average(place => Math.Pow(Error(place), 2));

        double Error(double place) => (slope * place) + offset - ((2 * place) + 1);
    }

    private static string At(string language, [CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../samples/Programs", language));
}
