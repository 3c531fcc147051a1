namespace Hypermax.Import.Optuna;

/// <summary>What a file of Optuna's says of one study.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Directions">One direction for each objective.</param>
/// <param name="Trials">Its trials in the order of their numbers, whatever their state.</param>
internal sealed record OptunaStudy(string Name, IReadOnlyList<Direction> Directions, IReadOnlyList<OptunaTrial> Trials)
{
    /// <summary>Gets the study that someone named, or the only one there is.</summary>
    /// <exception cref="ImportException">There is none of that name, or several and nobody named one.</exception>
    public static OptunaStudy Choose(IReadOnlyList<OptunaStudy> studies, string? name)
    {
        OptunaStudy? chosen = name is null ? (studies.Count == 1 ? studies[0] : null) : studies.FirstOrDefault(study => study.Name == name);
        string names = studies.Count == 0 ? "none" : string.Join(", ", studies.Select(study => $"'{study.Name}'"));
        return chosen ?? throw new ImportException(name is null
            ? $"The file has the studies {names}; one is imported at a time. Name it with --study."
            : $"The file has no study '{name}'; it has {names}. Name one of these with --study.");
    }
}
