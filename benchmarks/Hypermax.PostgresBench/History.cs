using System.Diagnostics;
using Hypermax.PostgreSql;

namespace Hypermax.PostgresBench;

/// <summary>What the length of a study costs.</summary>
internal static class History
{
    public static void Measure(string address, int trials)
    {
        string name = Names.Next();
        using (PostgresStore store = new(address, name))
        {
            using Study study = Study.Create(Empty.Space, Empty.Options(store, trials + 1000));
            Fill(store, study, trials);
            double[] asks = new double[300];
            for (int i = 0; i < asks.Length; i++)
            {
                long began = Stopwatch.GetTimestamp();
                Trial trial = study.Ask()!;
                asks[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                study.Tell(trial, 1);
            }

            Array.Sort(asks);
            Console.WriteLine($"{trials} trials: an ask takes {asks[150]:F2} ms (median), {asks[285]:F2} ms (one in twenty is slower)");
        }

        long opening = Stopwatch.GetTimestamp();
        using PostgresStore again = new(address, name);
        Console.WriteLine($"{again.Trials.Count} trials are opened in {Stopwatch.GetElapsedTime(opening).TotalSeconds:F2} s");
    }

    /// <summary>Adds trials, many in one turn: it is the size that is wanted, not the way to it.</summary>
    public static void Fill(PostgresStore store, Study study, int trials)
    {
        double[] point = new double[study.Header.Space.Count];
        Array.Fill(point, 1);
        for (int i = 0; i < trials; i += 500)
        {
            using (store.Enter())
            {
                for (int k = 0; k < Math.Min(500, trials - i); k++)
                {
                    study.Add(new Point(point), k);
                }
            }
        }
    }
}
