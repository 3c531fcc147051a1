namespace Hypermax.Reports;

/// <summary>Which charts of a study lie as files in the folder <c>charts/</c>; its page draws the same charts whatever is chosen.</summary>
public enum ReportCharts
{
    /// <summary>The charts that <c>report.html</c> shows, as SVG and CSV: those of the study, one or two of each parameter,
    /// and two of each pair of the four that matter most.</summary>
    Report,

    /// <summary>Every chart there is, as SVG, PNG and CSV: up to ten of each parameter and some seventeen of each pair of the twenty that matter
    /// most.</summary>
    All,

    /// <summary>None; what an earlier report wrote there is removed, since it would show fewer trials than the page.</summary>
    None,
}
