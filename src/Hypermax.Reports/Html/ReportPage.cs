using Hypermax.Reports;
using Hypermax.Summary;

namespace Hypermax.Html;

/// <summary>Everything that the page is made from.</summary>
/// <param name="Data">The study.</param>
/// <param name="Summary">Its figures.</param>
/// <param name="Options">What else to say.</param>
/// <param name="Failures">The parts of the report that could not be made.</param>
internal sealed record ReportPage(StudyData Data, StudySummary Summary, ReportOptions Options, IReadOnlyList<ReportFailure> Failures);
