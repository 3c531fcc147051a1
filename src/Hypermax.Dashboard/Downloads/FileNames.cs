using Hypermax.Charts;

namespace Hypermax.Dashboard.Downloads;

/// <summary>Names of files that people take along.</summary>
internal static class FileNames
{
    /// <summary>Gets a name that begins with that of a study; safe on every system.</summary>
    /// <param name="study">What the study is called.</param>
    /// <param name="file">The rest of the name.</param>
    public static string Of(string study, string file) => $"{ChartNames.Safe(study)}-{file}";

    /// <summary>Gets the name of a chart; it stands in folders, and the file in none.</summary>
    /// <param name="study">What the study is called.</param>
    /// <param name="chart">The name of the chart, such as <c>parameters/Trees/slice</c>.</param>
    /// <param name="form">What the file ends in.</param>
    public static string OfChart(string study, string chart, string form) => Of(study, $"{chart.Replace('/', '-')}.{form}");
}
