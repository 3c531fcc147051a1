namespace Hypermax.Ci;

/// <summary>What continuous integration shows of the searches of one project: the model that all formats are written from.</summary>
/// <remarks>Immutable. Texts may hold anything; each format makes them harmless in its own way.</remarks>
public sealed record CiResult
{
    /// <summary>Gets the name of the project.</summary>
    public required string Project { get; init; }

    /// <summary>Gets the absolute path of the project file, which remarks without a place are shown at.</summary>
    public required string ProjectFile { get; init; }

    /// <summary>Gets the version of Hypermax.</summary>
    public required string Version { get; init; }

    /// <summary>Gets when the searches began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>Gets how long they took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets the studies in the order they were searched in.</summary>
    public IReadOnlyList<CiStudy> Studies { get; init; } = [];

    /// <summary>Gets what there is to say about none of the studies.</summary>
    public IReadOnlyList<CiRemark> Remarks { get; init; } = [];

    /// <summary>Gets all remarks: those of the studies, then the others.</summary>
    public IEnumerable<(CiStudy? Study, CiRemark Remark)> AllRemarks =>
        Studies.SelectMany(study => study.Remarks.Select(remark => ((CiStudy?)study, remark))).Concat(Remarks.Select(remark => ((CiStudy?)null, remark)));

    /// <summary>Gets whether a study or the project fails.</summary>
    public bool IsFailed => AllRemarks.Any(found => found.Remark.Level == CiLevel.Error);
}
