using Hypermax.Analysis.Findings;
using Hypermax.Analysis.Importances;
using Hypermax.Reports;

namespace Hypermax.Analysis;

/// <summary>What is computed once for a study and used by several charts and findings.</summary>
/// <remarks>Every part is computed when it is first asked for. Safe to share between threads.</remarks>
public sealed class StudyAnalysis
{
    private readonly Lazy<IReadOnlyList<ParameterImportance>> _importances;
    private readonly Lazy<IReadOnlyList<ParameterImportance>> _rankImportances;
    private readonly Lazy<IReadOnlyList<int>> _byImportance;
    private readonly Lazy<IReadOnlyList<Finding>> _findings;

    /// <summary>Prepares the analysis of a study.</summary>
    /// <param name="data">The study.</param>
    public StudyAnalysis(StudyData data)
    {
        Data = data;
        _importances = new Lazy<IReadOnlyList<ParameterImportance>>(() => FunctionalAnova.Compute(data));
        _rankImportances = new Lazy<IReadOnlyList<ParameterImportance>>(() => RankImportance.Compute(data));
        _byImportance = new Lazy<IReadOnlyList<int>>(() =>
            [.. Enumerable.Range(0, data.Space.Count).OrderByDescending(i => Importances[i].Share + RankImportances[i].Share).ThenBy(i => i)]);
        _findings = new Lazy<IReadOnlyList<Finding>>(() => StudyFindings.Find(this));
    }

    /// <summary>Gets the study.</summary>
    public StudyData Data { get; }

    /// <summary>Gets the importances by functional analysis of variance, in the order of the space.</summary>
    public IReadOnlyList<ParameterImportance> Importances => _importances.Value;

    /// <summary>Gets the rank-based importances, in the order of the space.</summary>
    public IReadOnlyList<ParameterImportance> RankImportances => _rankImportances.Value;

    /// <summary>Gets the indices of the parameters, most important first by the sum of both measures.</summary>
    public IReadOnlyList<int> ByImportance => _byImportance.Value;

    /// <summary>Gets what the trials say about the space, in words, the most useful first.</summary>
    public IReadOnlyList<Finding> Findings => _findings.Value;
}
