using System.Diagnostics;
using System.Text.Json;
using Hypermax.Storage.Journal;
using Hypermax.Workers;

namespace Hypermax.Tests.Workers;

/// <summary>A folder with a configuration, and worker processes on it.</summary>
internal sealed class SharedBench : IDisposable
{
    private readonly List<Process> _workers = [];

    /// <summary>Writes the configuration.</summary>
    /// <param name="command">The program of a trial; <c>{x}</c> is its parameter.</param>
    /// <param name="trials">How many trials the study has.</param>
    public SharedBench(string command, int trials) => Write("search.json", command, trials);

    public string Folder { get; } = Directory.CreateTempSubdirectory("hypermax-workers-").FullName;

    /// <summary>Gets the environment variables of processes that are started from now on.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public string Study => Path.Combine(Folder, "study");

    public JournalSnapshot Journal => JournalSnapshot.Read(Study);

    public void Write(string name, string command, int trials, double high = 1) => File.WriteAllText(Path.Combine(Folder, name), JsonSerializer.Serialize(new
    {
        hyperparameters = new { type = "object", properties = new { x = new { type = "number", min = 0, max = high } } },
        function = new { type = "command", command },
        search = new { method = "random", iterations = trials },
    }));

    /// <summary>Starts a worker, in a process group of its own.</summary>
    public Process Start(params string[] options) => StartVerb(["worker", "search.json", "--folder", "study", .. options]);

    public Process StartVerb(params string[] arguments)
    {
        ProcessStartInfo start = new("setsid", ["dotnet", typeof(SharedWork).Assembly.Location, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in Variables)
        {
            start.Environment[name] = value;
        }

        Process worker = Process.Start(start)!;
        _workers.Add(worker);
        return worker;
    }

    /// <summary>Waits for the end of a worker.</summary>
    /// <returns>Its exit code and all it said.</returns>
    public static async Task<(int Code, string Said)> EndAsync(Process worker)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(2));
        string[] said = await Task.WhenAll(worker.StandardOutput.ReadToEndAsync(patience.Token), worker.StandardError.ReadToEndAsync(patience.Token));
        await worker.WaitForExitAsync(patience.Token);
        return (worker.ExitCode, string.Concat(said));
    }

    /// <summary>Sends a signal to a worker, or to it and all it started.</summary>
    public static void Signal(Process worker, string signal, bool group = false)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", "--", $"{(group ? -worker.Id : worker.Id)}"])!;
        kill.WaitForExit();
    }

    /// <summary>Waits until a file of the folder is there.</summary>
    public void WaitFor(string file) => Assert.True(
        SpinWait.SpinUntil(() => File.Exists(Path.Combine(Folder, file)), TimeSpan.FromMinutes(2)), $"'{file}' did not appear.");

    public void Dispose()
    {
        foreach (Process worker in _workers)
        {
            if (!worker.HasExited)
            {
                worker.Kill(entireProcessTree: true);
            }

            worker.Dispose();
        }

        Directory.Delete(Folder, recursive: true);
    }
}
