using Hypermax.Analysis;
using Hypermax.Analysis.Findings;
using Hypermax.Charts.Scales;
using Hypermax.Errors;
using Hypermax.Reports;
using Hypermax.Summary;

namespace Hypermax.Dataset.Judging;

/// <summary>Judges what the trials ended with: failures, losses that are all the same, and points that were tried twice.</summary>
internal static class OutcomeRemarks
{
    private static readonly FindingKind[] Spoiling = [FindingKind.NoVariation, FindingKind.FailuresFrequent];

    private static readonly FindingKind[] Telling =
    [
        FindingKind.FailuresConcentrated, FindingKind.WorstValueShared, FindingKind.NoiseAgainstImprovement, FindingKind.ObjectiveChanged,
    ];

    public static IEnumerable<DatasetRemark> Of(StudyAnalysis analysis)
    {
        StudyData study = analysis.Data;
        yield return Failures(study);
        yield return Repeats(study);
        foreach (Finding finding in analysis.Findings.Where(finding => Spoiling.Contains(finding.Kind) || Telling.Contains(finding.Kind)))
        {
            DatasetLevel level = Spoiling.Contains(finding.Kind) ? DatasetLevel.Problem : DatasetLevel.Note;
            yield return new DatasetRemark(level, "losses", $"{finding.Statement} {finding.Evidence}");
        }
    }

    private static DatasetRemark Failures(StudyData study)
    {
        if (study.Failed.Count == 0)
        {
            return new DatasetRemark(DatasetLevel.Good, "failures", "No trial failed.");
        }

        IEnumerable<string> kinds = study.Failed
            .GroupBy(trial => trial.Outcome?.Failure ?? FailureKind.None)
            .OrderByDescending(kind => kind.Count())
            .Select(kind => FormattableString.Invariant($"{Words.Failure(kind.Key)} {kind.Count()}"));
        int penalised = study.Failed.Count(trial => double.IsFinite(trial.Value));
        string penalty = penalised == 0 ? string.Empty
            : FormattableString.Invariant($" {penalised} of them have a penalty for their loss, which counts nowhere as a measured one.");
        return new DatasetRemark(
            DatasetLevel.Note,
            "failures",
            FormattableString.Invariant($"{Counted.Of(study.Failed.Count, "trial")} failed ({100.0 * study.Failed.Count / study.Finished.Count:0.#} %): ")
                + $"{string.Join(", ", kinds)}.{penalty}");
    }

    private static DatasetRemark Repeats(StudyData study)
    {
        IReadOnlyList<List<int>> groups = Points.Repeated(study.Finished);
        bool isExact = groups.All(rows => rows.Select(row => study.Finished[row].Value).Distinct().Count() == 1);
        int repeats = groups.Sum(rows => rows.Count - 1);
        if (repeats == 0)
        {
            return new DatasetRemark(DatasetLevel.Good, "duplicates", "No point was tried twice.");
        }

        string noise = isExact ? "Their losses are the same: the objective is exact, or rows were copied."
            : $"Their losses scatter with a standard deviation of {NumberText.Short(NoiseFindings.Noise(study).Deviation)}.";
        return new DatasetRemark(
            repeats * 10 >= study.Finished.Count ? DatasetLevel.Problem : DatasetLevel.Note,
            "duplicates",
            $"{Counted.Of(repeats, "row")} {(repeats == 1 ? "repeats" : "repeat")} a point that was tried before. {noise}");
    }
}
