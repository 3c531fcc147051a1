using System.Diagnostics;
using System.Text.Json;
using Hypermax.Storage.Journal;
using Hypermax.TestSupport;
using Hypermax.Workers;

namespace Hypermax.Tests.Slurm;

/// <summary>A configuration in a folder of its own, and the command on a cluster.</summary>
internal sealed class SlurmBench : IDisposable
{
    private readonly IReadOnlyDictionary<string, string> _variables;

    public SlurmBench(SlurmCluster cluster, string command, int trials)
        : this(cluster.Variables, command, trials)
    {
    }

    public SlurmBench(IReadOnlyDictionary<string, string> variables, string command, int trials)
    {
        _variables = variables;
        File.WriteAllText(Path.Combine(Folder, "search.json"), JsonSerializer.Serialize(new
        {
            hyperparameters = new { type = "object", properties = new { x = new { type = "number", min = 0, max = 1 } } },
            function = new { type = "command", command },
            search = new { method = "random", iterations = trials },
        }));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("hypermax-slurm-").FullName;

    public string Study => Path.Combine(Folder, "study");

    public IReadOnlyList<TrialRecord> Trials => JournalSnapshot.Read(Study).Trials;

    /// <summary>Runs <c>hypermax slurm</c>.</summary>
    public (int Code, string Said) Slurm(params string[] arguments)
    {
        using Process process = StartVerb(["slurm", .. arguments]);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string said = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return (process.ExitCode, said);
    }

    public Process StartVerb(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [typeof(SharedWork).Assembly.Location, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in _variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Submits workers.</summary>
    /// <returns>The name of their job and its id.</returns>
    public (string Name, long Job) Submit(params string[] options)
    {
        (int code, string said) = Slurm(["submit", "search.json", "--folder", "study", "--json", .. options]);
        Assert.True(code == ExitCodes.Done, said);
        using JsonDocument json = JsonDocument.Parse(said.Split('\n').Single(line => line.StartsWith('{')));
        return (json.RootElement.GetProperty("name").GetString()!, json.RootElement.GetProperty("job").GetInt64());
    }

    /// <summary>Follows the study to its end.</summary>
    public string Watch()
    {
        (int code, string said) = Slurm("watch", "study", "--every", "0.5");
        Assert.True(code == ExitCodes.Done, said);
        return said;
    }

    public static void Eventually(Func<bool> isSo, Func<string> state) =>
        Assert.True(SpinWait.SpinUntil(isSo, TimeSpan.FromMinutes(2)), state());

    /// <summary>Waits until a trial has left a file.</summary>
    public void WaitFor(string file) =>
        Eventually(() => File.Exists(Path.Combine(Folder, file)), () => $"'{file}' did not appear; {Slurm("status", "study").Said}");

    /// <summary>Waits until the status says something.</summary>
    public void WaitForStatus(string text)
    {
        string said = string.Empty;
        Eventually(() => (said = Slurm("status", "study").Said).Contains(text, StringComparison.Ordinal), () => said);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
