using System.Diagnostics;
using Hypermax.PostgreSql;
using Hypermax.PostgreSql.Connecting;
using Hypermax.Storage;

namespace Hypermax.PostgresBench;

/// <summary>How many empty trials a second a study takes, and what each costs.</summary>
internal static class Rate
{
    /// <summary>Measures workers that are threads of this process, each with a store, so with a connection and a history of its own.</summary>
    public static void Measure(string address, int workers, int trials)
    {
        // What is measured is not the compiler.
        Run(address, workers: 2, trials: 300);
        using Process self = Process.GetCurrentProcess();
        double own = self.TotalProcessorTime.TotalSeconds;
        double server = ServerTime.Seconds(address);
        double seconds = Run(address, workers, trials);
        self.Refresh();
        own = self.TotalProcessorTime.TotalSeconds - own;
        server = ServerTime.Seconds(address) - server;
        Console.WriteLine(
            $"{workers} workers: {trials} trials in {seconds:F1} s, {trials / seconds:F0} a second; "
            + $"processor time a trial: {own / trials * 1000:F2} ms of the workers, {server / trials * 1000:F2} ms of the server");
    }

    /// <summary>Measures workers that are processes of their own, from when the last of them has opened the study.</summary>
    /// <returns>Whether the study has exactly its trials.</returns>
    public static bool MeasureProcesses(string address, int processes, int trials)
    {
        string name = Names.Next();
        string place = PostgresAddress.Is(address) ? address : Directory.CreateDirectory(Path.Combine(address, name)).FullName;
        Team[] teams = [.. Enumerable.Range(0, processes).Select(_ => Team.Start(place, name, workers: 1, trials))];
        Array.ForEach(teams, team => team.WaitUntilReady());
        long began = Stopwatch.GetTimestamp();
        Array.ForEach(teams, team => team.Go());
        Array.ForEach(teams, team => team.WaitForEnd());
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        int twice = teams.SelectMany(team => team.Told).GroupBy(number => number).Count(group => group.Count() > 1);
        Array.ForEach(teams, team => team.Dispose());
        using IStudyStore store = Empty.Open(place, name);
        bool isExact = Empty.IsExact(store, trials) && twice == 0;
        string verdict = isExact ? "exactly these, none twice" : "NOT EXACT";
        Console.WriteLine($"{processes} processes: {trials} trials in {seconds:F1} s, {trials / seconds:F0} a second; {verdict}");
        return isExact;
    }

    private static double Run(string address, int workers, int trials)
    {
        string name = Names.Next();
        PostgresStore[] stores = [.. Enumerable.Range(0, workers).Select(_ => new PostgresStore(address, name))];

        // Threads of their own, for those of the pool come one after the other.
        Thread[] threads = [.. stores.Select(store => new Thread(() => Empty.Work(store, trials)))];
        long began = Stopwatch.GetTimestamp();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Array.ForEach(stores, store => store.Dispose());
        return seconds;
    }
}
