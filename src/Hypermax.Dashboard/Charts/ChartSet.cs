using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hypermax.Analysis;
using Hypermax.Charts;
using Hypermax.Charts.Json;
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
    private readonly ConcurrentDictionary<(string Name, bool IsPicture), Lazy<byte[]>> _made = [];
    private readonly LastKept<string, byte[]> _chosen = new(16);
    private readonly Action<TimeSpan> _spent;

    public ChartSet(StudyMoment moment, string filter, Action<TimeSpan> spent)
    {
        (Moment, Filter, _spent) = (moment, filter, spent);
        _analysis = new Lazy<StudyAnalysis>(() => new StudyAnalysis(PageTrials.Of(DataOf(moment, filter))));
        _ofStudy = new Lazy<IReadOnlyList<ChartPlan>>(() => Timed(() => ChartCatalogue.ListOfStudy(_analysis.Value)));
        _all = new Lazy<IReadOnlyList<ChartPlan>>(() => Timed(() => ChartCatalogue.List(_analysis.Value, ChartOptions.OfPage)));
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

    /// <summary>Gets a chart as JSON by its name; null where there is none.</summary>
    public byte[]? Json(string name) => Make(name, isPicture: false, Write);

    /// <summary>Gets a chart as a picture by its name; null where there is none.</summary>
    public byte[]? Svg(string name) => Make(
        name, isPicture: true, chart => System.Text.Encoding.UTF8.GetBytes(Hypermax.Charts.Drawing.SvgChartWriter.Write(chart)));

    /// <summary>Gets what somebody makes of the trials, once for a key among the last ones.</summary>
    public byte[] Once(string key, Func<byte[]> make) => _chosen.Get(key, () => Timed(make));

    /// <summary>Writes a chart in the form of docs/formats/chart.md.</summary>
    public static byte[] Write(Chart chart)
    {
        ArrayBufferWriter<byte> buffer = new(1 << 14);
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            ChartJsonWriter.WriteMembers(json, [chart], new Dictionary<string, Hypermax.Tables.Table>(StringComparer.Ordinal));
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    // Only charts that there are have a place here: names come from whoever asks.
    private byte[]? Make(string name, bool isPicture, Func<Chart, byte[]> write) =>
        (OfStudy.FirstOrDefault(plan => plan.Name == name) ?? All.FirstOrDefault(plan => plan.Name == name)) is { } plan
            ? _made.GetOrAdd((plan.Name, isPicture), _ => new Lazy<byte[]>(() => Timed(() => write(plan.Make())))).Value
            : null;

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
