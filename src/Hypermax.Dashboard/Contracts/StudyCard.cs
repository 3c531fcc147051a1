namespace Hypermax.Dashboard.Contracts;

/// <summary>A study in the list.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Place">Where it is, for people.</param>
/// <param name="Name">Its name, or that of its place while it has none.</param>
/// <param name="State">One of running, paused, stopping, ended, interrupted, empty, unreadable, gone.</param>
/// <param name="Trouble">What keeps it from being read, or null.</param>
/// <param name="Version">Grows with every change.</param>
/// <param name="Finished">Trials that ended.</param>
/// <param name="Running">Trials that run.</param>
/// <param name="Failed">Trials that failed.</param>
/// <param name="Planned">Trials the running search is to have; null when that is not known.</param>
/// <param name="Counted">Trials that count towards the plan.</param>
/// <param name="Value">The best value of the first objective, or null.</param>
/// <param name="ValueName">What that value is called.</param>
/// <param name="BestTrial">The trial that has it.</param>
/// <param name="PerMinute">Trials a minute lately, or null.</param>
/// <param name="SecondsLeft">The time left at that pace, or null.</param>
/// <param name="Last">When something happened last.</param>
/// <param name="Method">The method of search.</param>
/// <param name="Parameters">How many parameters there are.</param>
/// <param name="Objectives">How many objectives there are.</param>
/// <param name="Title">The name that somebody gave it on these pages, or null.</param>
/// <param name="Tags">Words that somebody put on it.</param>
/// <param name="IsArchived">Whether lists leave it out.</param>
internal sealed record StudyCard(
    string Id,
    string Place,
    string Name,
    string State,
    string? Trouble,
    long Version,
    int Finished,
    int Running,
    int Failed,
    int? Planned,
    int Counted,
    double? Value,
    string? ValueName,
    int? BestTrial,
    double? PerMinute,
    double? SecondsLeft,
    DateTimeOffset? Last,
    string? Method,
    int Parameters,
    int Objectives,
    string? Title,
    IReadOnlyList<string> Tags,
    bool IsArchived);
