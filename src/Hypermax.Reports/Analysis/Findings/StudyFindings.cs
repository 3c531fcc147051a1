using Hypermax.Reports;
using Hypermax.Studies.Racing;

namespace Hypermax.Analysis.Findings;

/// <summary>Reads the space back: what the trials say about bounds, parameters, branches, failures, noise and budget.</summary>
/// <remarks>
/// <para>Every rule asks for enough evidence before it speaks, so a short study gets few findings. Deterministic.</para>
/// </remarks>
internal static class StudyFindings
{
    /// <summary>Finds everything there is to say, the most useful first.</summary>
    /// <param name="analysis">The study.</param>
    public static IReadOnlyList<Finding> Find(StudyAnalysis analysis)
    {
        StudyData data = analysis.Data;
        List<Finding> findings = [];
        bool varies = data.Complete.Count > 0 && data.Losses.Any(loss => loss != data.Losses[0]);
        if (data.Complete.Count >= 5 && !varies)
        {
            findings.Add(new Finding(
                FindingKind.NoVariation,
                $"Every trial has the same {data.ValueName}.",
                FormattableString.Invariant($"All {data.Complete.Count} complete trials returned {Charts.Scales.NumberText.Short(data.Complete[0].Value)}."),
                "Check that the objective uses its parameters and returns what it measured."));
        }

        findings.AddRange(ObjectiveFindings.Find(data));
        findings.AddRange(FailureFindings.Find(data));
        findings.AddRange(ConstraintFindings.Find(data));
        varies &= data.Best is not null;

        // What does nothing for one objective may be all that another is about.
        if (varies && !data.HasFront)
        {
            findings.AddRange(PlateauFindings.Find(data));
            findings.AddRange(BoundFindings.Find(data));
            findings.AddRange(BranchFindings.Find(data));
            findings.AddRange(EffectFindings.Find(analysis));
            findings.AddRange(data.Complete.Any(Race.IsRepeat) ? RaceFindings.Find(data) : NoiseFindings.Find(data));
        }

        findings.AddRange(PruningFindings.Find(data));
        findings.AddRange(FidelityFindings.Find(data));
        findings.AddRange(BudgetFindings.Find(data, varies && !data.HasFront));
        return findings;
    }
}
