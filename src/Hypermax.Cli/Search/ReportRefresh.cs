using System.Diagnostics;
using Hypermax.Reports;

namespace Hypermax.Search;

/// <summary>Writes the report of a search while it runs, seldom enough that it costs next to nothing, and once more at the end.</summary>
internal sealed class ReportRefresh(Study study, Func<ReportOptions> options)
{
    // A refresh may take up to this part of the time of the search.
    private const double MostShare = 0.02;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);
    private readonly Stopwatch _sinceLast = Stopwatch.StartNew();
    private TimeSpan _cost;

    /// <summary>Writes results and pages if the last refresh is long enough ago; called between trials.</summary>
    public void Tick()
    {
        if (_sinceLast.Elapsed < Shortest || _sinceLast.Elapsed < _cost / MostShare)
        {
            return;
        }

        Write(options() with { Detail = ReportDetail.Pages, IsRunning = true, TunedFile = null });
    }

    /// <summary>Writes the report of a search that has ended.</summary>
    /// <param name="endedBy">What ended it.</param>
    /// <param name="tunedFile">Where the tuned values go, or null when they are not to be written.</param>
    /// <param name="detail">How much is written.</param>
    /// <param name="bestRepeats">The values of the best point when it was evaluated again.</param>
    /// <param name="chosen">The trial of a front that becomes the tuned values, or null.</param>
    public ReportOutcome Finish(
        string endedBy, string? tunedFile, ReportDetail detail, IReadOnlyList<double>? bestRepeats = null, ChosenTrial? chosen = null) => Write(options() with
        {
            Detail = detail,
            IsRunning = false,
            EndedBy = endedBy,
            TunedFile = tunedFile,
            BestRepeats = bestRepeats ?? [],
            Chosen = chosen,
        });

    private ReportOutcome Write(ReportOptions what)
    {
        Stopwatch clock = Stopwatch.StartNew();
        ReportOutcome outcome = ReportWriter.Write(study.Header, study.Trials, study.Folder!, what);
        _cost = clock.Elapsed;
        _sinceLast.Restart();
        return outcome;
    }
}
