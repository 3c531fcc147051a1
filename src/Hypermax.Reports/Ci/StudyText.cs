using System.Text;
using Hypermax.Errors;
using Hypermax.Summary;

namespace Hypermax.Ci;

/// <summary>What a test result prints of a study: the result, the remarks, the trials that failed.</summary>
internal static class StudyText
{
    private const int MostTrials = 20;

    /// <summary>Gets the text.</summary>
    public static string Of(CiStudy study)
    {
        StringBuilder text = new();
        text.Append(study.Name).Append(": ").Append(Counted.Of(study.Trials, "trial")).Append(", best ").Append(CiText.Value(study.Best));
        text.Append(study.Recorded is { } recorded ? $" (recorded {CiText.Value(recorded)})" : string.Empty);
        text.Append(study.Parameters.Length > 0 ? $" at {study.Parameters}" : string.Empty).Append('\n');
        text.Append(study.Report is { } report ? $"report: {report}\n" : string.Empty);
        foreach (CiRemark remark in study.Remarks.Where(remark => remark.Level < CiLevel.Error))
        {
            text.Append(remark.Rule).Append(": ").Append(remark.Text).Append('\n');
        }

        foreach (CiTrial trial in study.Failed.Take(MostTrials))
        {
            text.Append(FormattableString.Invariant($"trial {trial.Number} failed ({Words.Failure(trial.Failure)}) at {trial.Parameters}: {trial.Message}\n"));
        }

        int more = study.Failed.Count - MostTrials;
        return text.Append(more > 0 ? FormattableString.Invariant($"and {more} more failed trials\n") : string.Empty).ToString();
    }
}
