namespace Hypermax.Reports;

/// <summary>How much of a report is written.</summary>
public enum ReportDetail
{
    /// <summary>The results only: table, best values, tuned file. Takes milliseconds.</summary>
    Results,

    /// <summary>The results and the pages <c>report.md</c> and <c>report.html</c>; for refreshing while a search runs.</summary>
    Pages,

    /// <summary>All of it, with a picture and a table of every chart under <c>charts/</c>.</summary>
    Everything,
}
