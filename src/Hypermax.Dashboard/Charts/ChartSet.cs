using System.Collections.Concurrent;
using System.Diagnostics;
using Hypermax.Analysis;
using Hypermax.Charts;
using Hypermax.Dashboard.Live;
using Hypermax.Dashboard.Trials;
using Hypermax.Html;
using Hypermax.Reports;

namespace Hypermax.Dashboard.Charts;

/// <summary>The charts of the trials of one moment that pass a filter; each is made once.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class ChartSet
{
    private readonly Lazy<StudyAnalysis> _analysis;
    private readonly Lazy<IReadOnlyList<ChartPlan>> _ofStudy;
    private readonly Lazy<IReadOnlyList<ChartPlan>> _all;
    private readonly Lazy<IReadOnlyList<ChartPlan>> _possible;
    private readonly ConcurrentDictionary<(string Name, ChartForm Form), Lazy<byte[]>> _made = [];
    private readonly LastKept<string, byte[]> _chosen = new(16);
    private readonly Action<TimeSpan> _spent;

    public ChartSet(StudyMoment moment, string filter, Action<TimeSpan> spent)
    {
        (Moment, Filter, _spent) = (moment, filter, spent);
        _analysis = new Lazy<StudyAnalysis>(() => new StudyAnalysis(PageTrials.Of(DataOf(moment, filter))));
        _ofStudy = new Lazy<IReadOnlyList<ChartPlan>>(() => Timed(() => ChartCatalogue.ListOfStudy(_analysis.Value)));
        _all = new Lazy<IReadOnlyList<ChartPlan>>(() => Timed(() => ChartCatalogue.List(_analysis.Value, ChartOptions.OfPage)));
        _possible = new Lazy<IReadOnlyList<ChartPlan>>(() => Timed(() => ChartCatalogue.List(_analysis.Value)));
    }

    public StudyMoment Moment { get; }

    public string Filter { get; }

    /// <summary>Gets the analysis of the trials.</summary>
    /// <exception cref="FormatException">The filter makes no sense.</exception>
    public StudyAnalysis Analysis => _analysis.Value;

    /// <summary>Gets the charts of the study alone.</summary>
    public IReadOnlyList<ChartPlan> OfStudy => _ofStudy.Value;

    /// <summary>Gets the charts that reports show: of the study, of parameters and of pairs.</summary>
    public IReadOnlyList<ChartPlan> All => _all.Value;

    /// <summary>Gets a chart in a form by its name; null where there is none.</summary>
    /// <remarks>Which parameters matter most changes from moment to moment, and with it which pairs are listed: what was listed before is still made.</remarks>
    public byte[]? Get(string name, ChartForm form)
    {
        // Only charts that are listed have a lasting place here: names come from whoever asks.
        if ((Named(OfStudy, name) ?? Named(All, name)) is { } plan)
        {
            return _made.GetOrAdd((plan.Name, form), _ => new Lazy<byte[]>(() => Timed(() => form.Write(plan.Make())))).Value;
        }

        return Named(_possible.Value, name) is { } other ? Once($"{name}\n{form.Name}", () => form.Write(other.Make())) : null;
    }

    /// <summary>Gets what somebody makes of the trials, once for a key among the last ones.</summary>
    public byte[] Once(string key, Func<byte[]> make) => _chosen.Get(key, () => Timed(make));

    private static ChartPlan? Named(IReadOnlyList<ChartPlan> plans, string name) => plans.FirstOrDefault(plan => plan.Name == name);

    private static StudyData DataOf(StudyMoment moment, string filter) => filter.Length == 0
        ? moment.Data
        : new StudyData(moment.Header!, [.. moment.Trials.Where(TrialExpression.Compile(filter, moment.Table))]);

    private T Timed<T>(Func<T> make)
    {
        long started = Stopwatch.GetTimestamp();
        T made = make();
        _spent(Stopwatch.GetElapsedTime(started));
        return made;
    }
}
