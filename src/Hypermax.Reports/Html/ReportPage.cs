using Hypermax.Analysis.Findings;
using Hypermax.Charts;
using Hypermax.Reports;
using Hypermax.Summary;

namespace Hypermax.Html;

/// <summary>Everything that the page is made from.</summary>
internal sealed record ReportPage
{
    /// <summary>Gets the study.</summary>
    public required StudyData Data { get; init; }

    /// <summary>Gets its figures.</summary>
    public required StudySummary Summary { get; init; }

    /// <summary>Gets what else to say.</summary>
    public required ReportOptions Options { get; init; }

    /// <summary>Gets what the trials say about the space.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Gets the charts to show.</summary>
    public IReadOnlyList<Chart> Charts { get; init; } = [];

    /// <summary>Gets the parts of the report that could not be made.</summary>
    public IReadOnlyList<ReportFailure> Failures { get; init; } = [];

    /// <summary>Gets the script that draws charts, or null for static pictures.</summary>
    public ChartsScript? Script { get; init; } = ReportAssets.Charts;

    /// <summary>Gets whether charts are drawn by script.</summary>
    public bool IsInteractive => Script is not null;
}
