namespace Hypermax.Dashboard.Contracts;

/// <summary>What the page of a study needs besides its trials.</summary>
/// <param name="Card">Its figures.</param>
/// <param name="Folder">Its folder, for commands to be copied; null where it has none.</param>
/// <param name="Means">What may be done with it.</param>
/// <param name="Owner">Who searches, or null.</param>
/// <param name="Damaged">Damaged records that were passed over.</param>
/// <param name="Directions">Which values are better, one word an objective.</param>
/// <param name="Parameters">The space.</param>
/// <param name="Columns">The columns of the table of trials.</param>
/// <param name="Running">The trials that run.</param>
/// <param name="Waiting">Points that wait to be tried, as JSON.</param>
/// <param name="Quick">The moment of charts that follow at once.</param>
/// <param name="Slow">The moment of charts that follow as their cost allows.</param>
internal sealed record StudyPage(
    StudyCard Card,
    string? Folder,
    MeansEntry Means,
    string? Owner,
    int Damaged,
    IReadOnlyList<string> Directions,
    IReadOnlyList<ParameterEntry> Parameters,
    IReadOnlyList<ColumnEntry> Columns,
    IReadOnlyList<RunningEntry> Running,
    IReadOnlyList<string> Waiting,
    long Quick,
    long Slow);
