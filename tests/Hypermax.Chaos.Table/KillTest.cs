using System.Diagnostics;
using System.Globalization;
using Hypermax.Chaos.Cases;
using Hypermax.Conformance;
using Hypermax.Numerics;
using Hypermax.Storage.Journal;

namespace Hypermax.Chaos.Table;

/// <summary>Kills a search at random moments, its workers too; the final table must be that of a search nobody disturbed.</summary>
internal static class KillTest
{
    /// <summary>Searches once undisturbed, then kills searches until the kills are used up.</summary>
    /// <param name="kills">How often something is killed.</param>
    /// <param name="trials">How many trials a search has.</param>
    /// <param name="seed">Decides when and whom.</param>
    /// <param name="schedule">What gives budgets to trials, or null where there are none.</param>
    /// <returns>0 when all tables are equal, nothing told was lost and nothing was left, else 1.</returns>
    public static async Task<int> RunAsync(int kills, int trials, long seed, string? schedule)
    {
        string mark = Guid.NewGuid().ToString("N");
        string folder = Directory.CreateTempSubdirectory("hypermax-kills-").FullName;
        SeedStream draws = new(seed, 0, "kills");
        long start = Stopwatch.GetTimestamp();
        try
        {
            KilledSearch undisturbed = new(Path.Combine(folder, "undisturbed"), trials, mark, schedule);
            await undisturbed.RunAsync(0, draws);
            IReadOnlyList<string> expected = undisturbed.Table();
            int wrong = HazardSearch.Print(JournalSnapshot.Read(Path.Combine(folder, "undisturbed")).Trials);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"undisturbed: {expected.Count} trials in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s, recorded otherwise than expected {wrong}"));
            for (int search = 1, left = kills; left > 0; search++)
            {
                start = Stopwatch.GetTimestamp();
                KilledSearch killed = new(Path.Combine(folder, search.ToString(CultureInfo.InvariantCulture)), trials, mark, schedule);
                left -= await killed.RunAsync(left, draws);
                int different = Difference(expected, killed.Table());
                wrong += different;
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"search {search}: {killed.Kills.Values.Sum()} kills ({string.Join(", ", killed.Kills.Select(kill => $"{kill.Key} {kill.Value}"))}) "
                        + $"in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s, {killed.Told} trials told, rows that differ {different}"));
            }

            int survivors = Survivors.Of(mark).Count;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kills} kills, rows that differ {wrong}, survivors {survivors}"));
            return wrong == 0 && survivors == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Difference(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        int different = Math.Abs(expected.Count - actual.Count);
        foreach ((string first, string second) in expected.Zip(actual).Where(pair => pair.First != pair.Second))
        {
            Console.WriteLine($"  undisturbed: {first}\n  killed:      {second}");
            different++;
        }

        return different;
    }
}
