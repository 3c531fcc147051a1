using Hypermax.Analysis;
using Hypermax.Reports;

namespace Hypermax.Charts.Kinds;

/// <summary>Lists the charts of one parameter.</summary>
internal static class ParameterCharts
{
    public static IEnumerable<ChartPlan> List(StudyData data, int parameter, string folder, ChartOptions options)
    {
        int complete = TopTrials.RowsWith(data, parameter).Length;
        if (complete > 0)
        {
            yield return Plan("slice", ChartKinds.Slice, name => SliceChart.Create(data, parameter, name));
            foreach (Measure measure in (Measure[])(data.HasTimes ? [Measure.Loss(data), Measure.Time(data)] : [Measure.Loss(data)]))
            {
                string stem = measure.Name == "time" ? "time" : "loss";
                foreach (double share in (double[])[1, options.TopShare])
                {
                    string top = share < 1 ? "_top_10_percent" : string.Empty;
                    yield return Plan($"{stem}_chart{top}", ChartKinds.Single, name => SingleChart.CreatePlain(data, parameter, measure, share, name));
                    yield return Plan(
                        $"{stem}_chart_bucketed{top}", ChartKinds.Single, name => SingleChart.CreateBucketed(data, parameter, measure, share, name));
                }
            }
        }

        if (data.Failed.Any(trial => trial.Point.Has(parameter)))
        {
            yield return Plan("failures", ChartKinds.Failures, name => FailuresChart.CreateAlong(data, parameter, name));
        }

        ChartPlan Plan(string name, string kind, Func<string, Chart> make) => new(folder + name, kind, [parameter], () => make(folder + name));
    }
}
