using System.Diagnostics;
using System.Runtime.CompilerServices;
using Hypermax.Storage.Journal;
using Hypermax.TestSupport;
using Hypermax.Workers;

namespace Hypermax.Tests.Slurm;

/// <summary>samples/Slurm, at a small size, on three nodes.</summary>
public sealed class SlurmSampleTests(SlurmClusterFixture fixture) : IClassFixture<SlurmClusterFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-sample-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SlurmFact]
    public void Search_Script_FindsANetworkAndWritesTheReport()
    {
        foreach (string file in Directory.GetFiles(Sample()))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }

        string configuration = Path.Combine(_folder, "search.json");
        File.WriteAllText(configuration, File.ReadAllText(configuration).Replace("\"constant\": false", "\"constant\": true", StringComparison.Ordinal));

        (int code, string said) = Run("12", "12");

        Assert.True(code == ExitCodes.Done, said);
        string history = Path.Combine(_folder, "history");
        IReadOnlyList<TrialRecord> trials = JournalSnapshot.Read(history).Trials;
        Assert.Equal(12, trials.Count(trial => trial is { IsComplete: true, Value: > 0 and < 2 }));
        Assert.Contains("12 tasks: 12 ended", said, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(history, "report.html")));
        Assert.Contains("epoch 0:", File.ReadAllText(Path.Combine(history, "logs", "trial_0.txt")), StringComparison.Ordinal);
    }

    private (int Code, string Said) Run(params string[] arguments)
    {
        ProcessStartInfo start = new(Path.Combine(_folder, "search.sh"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HYPERMAX"] = $"dotnet {typeof(SharedWork).Assembly.Location}";
        foreach ((string name, string value) in fixture.Cluster.Variables)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string said = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return (process.ExitCode, said);
    }

    private static string Sample([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "samples", "Slurm"));
}
