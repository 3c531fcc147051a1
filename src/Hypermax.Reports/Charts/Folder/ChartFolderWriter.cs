using System.Collections.Concurrent;
using Hypermax.Analysis;
using Hypermax.Reports;

namespace Hypermax.Charts.Folder;

/// <summary>Writes the charts of a study into a folder: an SVG, a PNG, and the CSV of exactly what they draw.</summary>
/// <remarks>
/// <para>Incremental: a chart whose tables and specification did not change is not drawn again, and nothing at all is computed
/// when no trial changed; <c>index.json</c> keeps what is needed for that. Files of charts that are no longer made are removed, other files never.</para>
/// <para>A chart that cannot be made is listed with its reason and does not stop the others.
/// Charts are made in parallel; the files do not depend on how many at once.</para>
/// <para>Not to be called for one folder from two threads at once.</para>
/// </remarks>
public static class ChartFolderWriter
{
    /// <summary>Writes the charts of a study.</summary>
    /// <param name="analysis">The study.</param>
    /// <param name="folder">The folder; created when missing.</param>
    /// <param name="options">What is written, or null for the defaults.</param>
    /// <param name="cancellation">Stops between two charts.</param>
    /// <exception cref="IOException">The folder cannot be created or its index cannot be written.</exception>
    public static ChartFolderOutcome Write(StudyAnalysis analysis, string folder, ChartFolderOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new ChartFolderOptions();
        Directory.CreateDirectory(folder);
        ChartFolderIndex before = ChartFolderIndex.Read(folder);
        string study = ChartHash.OfStudy(analysis.Data, options);
        if (before.Study == study && before.Failures.Count == 0)
        {
            return new ChartFolderOutcome(before.Entries, 0, []);
        }

        IReadOnlyList<ChartPlan> plans = ChartCatalogue.List(analysis, options.Charts);
        Dictionary<string, ChartFolderEntry> known = before.Entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        ChartFolderEntry?[] entries = new ChartFolderEntry?[plans.Count];
        ConcurrentBag<(int Plan, ReportFailure Failure)> failures = [];
        int drawn = 0;
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = Math.Max(1, options.Workers), CancellationToken = cancellation };
        Parallel.For(0, plans.Count, parallel, i =>
        {
            // One chart must never cost the others or the search, whatever is wrong with it.
            try
            {
                entries[i] = ChartFiles.Write(plans[i].Make(), folder, options, known.GetValueOrDefault(plans[i].Name), out bool isDrawn);
                Interlocked.Add(ref drawn, isDrawn ? 1 : 0);
            }
            catch (Exception error)
            {
                failures.Add((i, ReportFailure.Of("charts/" + plans[i].Name, error)));
            }
        });

        ChartFolderEntry[] present = [.. entries.OfType<ChartFolderEntry>()];
        ReportFailure[] failed = [.. failures.OrderBy(failure => failure.Plan).Select(failure => failure.Failure)];
        ChartFiles.RemoveStale(folder, before.Entries, present);
        new ChartFolderIndex(study, present, failed).Write(folder);
        return new ChartFolderOutcome(present, drawn, failed);
    }

    /// <summary>Removes what was written into a folder by <see cref="Write"/>, and the folder itself where nothing else lies in it.</summary>
    /// <param name="folder">The folder; need not exist.</param>
    /// <exception cref="IOException">A file cannot be removed.</exception>
    public static void Remove(string folder)
    {
        ChartFiles.RemoveStale(folder, ChartFolderIndex.Read(folder).Entries, []);
        ChartFolderIndex.Remove(folder);
    }
}
