using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Hypermax.Chaos.Cases;
using Hypermax.Conformance;
using Hypermax.Numerics;
using Hypermax.Storage.Journal;

namespace Hypermax.Chaos.Table;

/// <summary>One search of the hazardous model in a process of its own, which is killed again and again and always gone on with.</summary>
/// <param name="folder">Where its study is kept.</param>
/// <param name="trials">How many trials it has.</param>
/// <param name="mark">What all processes carry in the environment variable <see cref="Survivors.Variable"/>.</param>
/// <param name="schedule">What gives budgets to its trials, or null where it has none.</param>
internal sealed class KilledSearch(string folder, int trials, string mark, string? schedule)
{
    private const double MeanSeconds = 1;

    private readonly ConcurrentDictionary<int, string> _told = new();

    /// <summary>Gets how often each victim was killed.</summary>
    public SortedDictionary<string, int> Kills { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets how many trials were told to the search's own process; of these none may be missing at the end.</summary>
    public int Told => _told.Count;

    /// <summary>Kills until the kills are used up or the search has come to its end between two of them.</summary>
    /// <param name="kills">How many kills at most.</param>
    /// <param name="draws">Decides when and whom.</param>
    /// <returns>How many kills there were.</returns>
    public async Task<int> RunAsync(int kills, SeedStream draws)
    {
        int done = 0;
        Process search = Start();
        try
        {
            while (!await HasEndedAsync(search, TimeSpan.FromSeconds(done < kills ? -Math.Log(draws.NextOpen()) * MeanSeconds : 300)))
            {
                if (done == kills)
                {
                    throw new TimeoutException("The search did not come to its end by itself.");
                }

                string victim = Kill(search, draws.NextInt(5));
                Kills[victim] = Kills.GetValueOrDefault(victim) + 1;
                done++;
                if (victim != "worker")
                {
                    await search.WaitForExitAsync();
                    search.Dispose();
                    CheckTold();
                    search = Start();
                }
            }

            CheckTold();
            return search.ExitCode == 0
                ? done
                : throw new InvalidOperationException($"The search ended with exit code {search.ExitCode.ToString(CultureInfo.InvariantCulture)}.");
        }
        finally
        {
            search.Dispose();
        }
    }

    /// <summary>Gets the table of the finished search: all that does not depend on the clock.</summary>
    public IReadOnlyList<string> Table() => [.. JournalSnapshot.Read(folder).Trials.Select(Row)];

    private static string Row(TrialRecord trial) => string.Create(
        CultureInfo.InvariantCulture,
        $"{trial.Number} {trial.State} {trial.Outcome?.Failure} {trial.Value:R} {trial.Budget} {trial.Insight?.Stage} "
        + $"{string.Join(' ', trial.Point.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))}");

    private static async Task<bool> HasEndedAsync(Process search, TimeSpan patience)
    {
        using CancellationTokenSource timeout = new(patience);
        try
        {
            await search.WaitForExitAsync(timeout.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // Three in five the search, one in five a worker, one in five all of them at once.
    private static string Kill(Process search, int draw)
    {
        int[] workers = draw < 3 ? [] : [.. Children(search.Id)];
        string victim = draw < 3 || workers.Length == 0 ? "search" : draw == 3 ? "worker" : "both";
        if (victim != "worker")
        {
            search.Kill();
        }

        foreach (int worker in victim == "worker" ? workers[..1] : workers)
        {
            KillOne(worker);
        }

        return victim;
    }

    private static void KillOne(int worker)
    {
        try
        {
            using Process process = Process.GetProcessById(worker);
            process.Kill();
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            // It had just ended by itself.
        }
    }

    private static IEnumerable<int> Children(int process)
    {
        string folder = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task");
        return Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).SelectMany(thread => Ids(thread + "/children"))
            : [];
    }

    private static int[] Ids(string file)
    {
        try
        {
            return [.. File.ReadAllText(file).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
        }
        catch (IOException)
        {
            return [];
        }
    }

    private Process Start()
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] own = Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? ["exec", typeof(KilledSearch).Assembly.Location] : [];
        foreach (string argument in own.Concat(["hazard", folder, trials.ToString(CultureInfo.InvariantCulture), mark, schedule ?? string.Empty]))
        {
            start.ArgumentList.Add(argument);
        }

        Process search = Process.Start(start)!;
        search.OutputDataReceived += (_, line) => Note(line.Data);
        search.ErrorDataReceived += (_, line) => Console.Error.Write(line.Data is null ? string.Empty : line.Data + "\n");
        search.BeginOutputReadLine();
        search.BeginErrorReadLine();
        return search;
    }

    // "told 3 0.25": said by the search after the trial was told, so it must be in the journal from then on.
    private void Note(string? line)
    {
        if (line?.Split(' ') is ["told", var number, var value])
        {
            string before = _told.GetOrAdd(int.Parse(number, CultureInfo.InvariantCulture), value);
            if (before != value)
            {
                throw new InvalidOperationException($"Trial {number} was told twice: {before} and {value}.");
            }
        }
    }

    private void CheckTold()
    {
        if (_told.IsEmpty)
        {
            return;
        }

        Dictionary<int, TrialRecord> kept = JournalSnapshot.Read(folder).Trials.Where(trial => trial.IsFinished).ToDictionary(trial => trial.Number);
        foreach ((int number, string value) in _told)
        {
            if (!kept.TryGetValue(number, out TrialRecord? trial) || trial.Value.ToString("R", CultureInfo.InvariantCulture) != value)
            {
                throw new InvalidOperationException(
                    string.Create(CultureInfo.InvariantCulture, $"Trial {number} was told with value {value}, but the journal does not have it."));
            }
        }
    }
}
