using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Hypermax.PostgreSql;

namespace Hypermax.PostgresBench;

/// <summary>What <c>hypermax worker</c> takes while it runs a trial, with many trials in the study.</summary>
internal static class Memory
{
    public static void Measure(string address, int trials, string hypermax)
    {
        string folder = Directory.CreateTempSubdirectory("hypermax-memory-").FullName;
        string name = Names.Next().Replace(' ', '-');
        File.WriteAllText(Path.Combine(folder, "search.json"), JsonSerializer.Serialize(new
        {
            hyperparameters = new { type = "object", properties = new { x = new { type = "number", min = 0, max = 1 } } },
            function = new { type = "command", command = "sh -c 'echo > runs; sleep 5; echo {x}'" },
            search = new { method = "random", iterations = trials + 10 },
        }));
        string[] options = ["worker", "search.json", "--store", address, "--study", name, "--folder", "study"];
        using (Process first = Process.Start(Command("--max-trials", "1"))!)
        {
            first.WaitForExit();
            if (first.ExitCode != 0)
            {
                throw new InvalidOperationException($"'{hypermax} worker' ended with {first.ExitCode}.");
            }
        }

        using (PostgresStore store = new(address, name))
        {
            using Study study = Study.Create(store.Header!.Space, Empty.Options(store, trials + 10));
            History.Fill(store, study, trials);
        }

        string runs = Path.Combine(folder, "runs");
        File.Delete(runs);
        using Process worker = Process.Start(Command("--max-trials", "1"))!;
        while (!File.Exists(runs) && !worker.HasExited)
        {
            Thread.Sleep(50);
        }

        string[] status = File.ReadAllLines(FormattableString.Invariant($"/proc/{worker.Id}/status"));
        worker.WaitForExit();
        Directory.Delete(folder, recursive: true);
        long now = Mebibytes(status, "VmRSS");
        Console.WriteLine($"{trials} trials: a worker takes {now} MiB while it runs a trial, and took {Mebibytes(status, "VmHWM")} MiB at most");

        ProcessStartInfo Command(params string[] more) => new(hypermax, [.. options, .. more]) { WorkingDirectory = folder, RedirectStandardOutput = true };
    }

    private static long Mebibytes(string[] status, string figure)
    {
        string line = status.First(entry => entry.StartsWith(figure, StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
