using System.Globalization;
using Hypermax.Execution.InProcess;
using Hypermax.Storage.Journal;

namespace Hypermax.Chaos.Table;

/// <summary>One of several processes that search a study in one folder together; prints every trial that it told.</summary>
internal static class SharedSearch
{
    /// <summary>Searches until the study has its trials, whoever ran them.</summary>
    public static async Task<int> RunAsync(string folder, int trials)
    {
        SearchSpace space = new("Shared", [new NumericParameter("x", Law.Uniform, 0, 1)]);
        using JournalStore store = new(folder, sharing: JournalSharing.Shared);
        using Study study = Study.Create(
            space, new StudyOptions { Store = store, Trials = trials, Method = "random", Workers = 2, Order = ProposalOrder.Arrival });
        await study.RunAsync(
            new InProcessExecutor(async (vector, _) =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5 + (20 * vector[0])));
                return vector[0];
            }),
            progress => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"told {progress.Trial.Number} {progress.Trial.Value:R}")));
        return 0;
    }
}
