namespace Hypermax.Reports;

/// <summary>How much of a report is written.</summary>
public enum ReportDetail
{
    /// <summary>The results only: table, best values, tuned file. Takes milliseconds.</summary>
    Results,

    /// <summary>The results and the pages <c>report.md</c> and <c>report.html</c>; for refreshing while a search runs.</summary>
    Pages,

    /// <summary>All of it: correlations too, and under <c>charts/</c> a picture and a table of each chart that <see cref="ReportOptions.Charts"/>
    /// names.</summary>
    Everything,
}
