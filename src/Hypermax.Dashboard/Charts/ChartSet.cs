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
    private readonly ConcurrentDictionary<string, Lazy<byte[]?>> _made = new(StringComparer.Ordinal);
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
    public byte[]? Json(string name) => Make(name, chart => Write(chart));

    /// <summary>Gets a chart as a picture by its name; null where there is none.</summary>
    public byte[]? Svg(string name) => Make(
        name + ".svg",
        chart => System.Text.Encoding.UTF8.GetBytes(Hypermax.Charts.Drawing.SvgChartWriter.Write(chart)),
        name);

    /// <summary>Gets what somebody makes of the trials, once for a key.</summary>
    public byte[] Once(string key, Func<byte[]> make) => _made.GetOrAdd("\0" + key, _ => new Lazy<byte[]?>(() => Timed(make))).Value!;

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

    private byte[]? Make(string key, Func<Chart, byte[]> write, string? name = null) => _made.GetOrAdd(key, _ => new Lazy<byte[]?>(() =>
    {
        ChartPlan? plan = OfStudy.FirstOrDefault(plan => plan.Name == (name ?? key)) ?? All.FirstOrDefault(plan => plan.Name == (name ?? key));
        return plan is null ? null : Timed(() => write(plan.Make()));
    })).Value;

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
