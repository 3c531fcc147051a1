using System.Diagnostics;
using System.Globalization;
using Hypermax;
using Hypermax.Execution;
using Hypermax.PostgreSql;
using Hypermax.PostgresBench;
using Hypermax.Spaces;

// Usage: ADDRESS rate WORKERS TRIALS | ADDRESS history TRIALS
string address = args[0];
string name = string.Create(CultureInfo.InvariantCulture, $"bench {Stopwatch.GetTimestamp()}");
switch (args[1])
{
    case "rate":
        Rate(int.Parse(args[2], CultureInfo.InvariantCulture), int.Parse(args[3], CultureInfo.InvariantCulture));
        break;
    case "history":
        History(int.Parse(args[2], CultureInfo.InvariantCulture));
        break;
}

// Workers are stores of one process, each with a connection, a history and a thread of its own.
void Rate(int workers, int trials)
{
    PostgresStore[] stores = [.. Enumerable.Range(0, workers).Select(_ => new PostgresStore(address, name))];
    long began = Stopwatch.GetTimestamp();
    Parallel.ForEach(stores, new ParallelOptions { MaxDegreeOfParallelism = workers }, store => Empty.Work(store, trials, CancellationToken.None));
    double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
    Array.ForEach(stores, store => store.Dispose());
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{workers} workers: {trials} trials in {seconds:F1} s, {trials / seconds:F0} a second"));
}

void History(int trials)
{
    using (PostgresStore store = new(address, name))
    {
        using Study study = Study.Create(Empty.Space, Empty.Options(store, trials + 1000));
        Point point = [1, 1];

        // Many in one turn: it is the size that is wanted, not the way to it.
        for (int i = 0; i < trials; i += 500)
        {
            using (store.Enter())
            {
                for (int k = 0; k < 500; k++)
                {
                    study.Add(point, k);
                }
            }
        }

        double[] asks = new double[300];
        for (int i = 0; i < asks.Length; i++)
        {
            long began = Stopwatch.GetTimestamp();
            Trial trial = study.Ask()!;
            asks[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            study.Tell(trial, 1);
        }

        Array.Sort(asks);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{trials} trials: an ask takes {asks[150]:F2} ms (median), {asks[285]:F2} ms (one in twenty is slower)"));
    }

    long opening = Stopwatch.GetTimestamp();
    using PostgresStore again = new(address, name);
    double seconds = Stopwatch.GetElapsedTime(opening).TotalSeconds;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{again.Trials.Count} trials are opened in {seconds:F2} s"));
}
