using System.Text;
using Hypermax.Errors;
using Hypermax.Summary;

namespace Hypermax.Ci;

/// <summary>An entry of a list for one study: what tests add to the page one after the other, from whatever process they run in.</summary>
internal static class SummaryEntry
{
    private const int MostTrials = 3;

    /// <summary>Gets the entry as Markdown; it needs nothing before it and nothing after it.</summary>
    /// <param name="result">Names the project.</param>
    /// <param name="study">The study.</param>
    /// <param name="places">Where things are.</param>
    public static string Of(CiResult result, CiStudy study, CiPlaces places)
    {
        StringBuilder entry = new();
        entry.Append("\n- ").Append(SummaryText.Icon(study.IsFailed, study.Remarks)).Append(" **").Append(SummaryText.Plain(study.Name)).Append("** (");
        entry.Append(SummaryText.Plain(result.Project)).Append("): best ").Append(CiText.Value(study.Best));
        entry.Append(study.Recorded is null ? string.Empty : $", recorded {CiText.Value(study.Recorded)}");
        entry.Append(", ").Append(Counted.Of(study.Trials, "trial"));
        entry.Append(study.Failed.Count == 0 ? string.Empty : FormattableString.Invariant($", {study.Failed.Count} failed"));
        entry.Append(study.Parameters.Length == 0 ? string.Empty : $", at {SummaryText.Code(study.Parameters)}").Append('\n');
        foreach (CiRemark remark in study.Remarks.OrderByDescending(remark => remark.Level))
        {
            CiPlace place = places.Of(remark);
            entry.Append("  - ").Append(SummaryText.Icon(remark.Level)).Append(' ').Append(SummaryText.Plain(remark.Text));
            entry.Append(" — ").Append(SummaryText.Plain(remark.Rule)).Append(", ");
            entry.Append(SummaryText.Code(FormattableString.Invariant($"{place.File}:{place.Line}"))).Append('\n');
        }

        foreach (CiTrial trial in study.Failed.Take(MostTrials))
        {
            entry.Append(FormattableString.Invariant($"  - trial {trial.Number} failed ({Words.Failure(trial.Failure)}): "));
            entry.Append(SummaryText.Plain(trial.Message)).Append('\n');
        }

        int more = study.Failed.Count - MostTrials;
        return entry.Append(more > 0 ? FormattableString.Invariant($"  - and {more} more failed trials\n") : string.Empty).ToString();
    }
}
