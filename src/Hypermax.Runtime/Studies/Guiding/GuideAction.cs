using Hypermax.Errors;

namespace Hypermax.Studies.Guiding;

/// <summary>What a search may be asked to do by a person elsewhere; see docs/formats/guide.md.</summary>
internal static class GuideAction
{
    public const string Lock = "lock";
    public const string Range = "range";
    public const string Free = "free";
    public const string Scramble = "scramble";
    public const string Relearn = "relearn";
    public const string Enqueue = "enqueue";
    public const string Pause = "pause";
    public const string Resume = "resume";
    public const string Stop = "stop";
    public const string Trials = "trials";
    public const string End = "end";
    public const string Status = "status";

    /// <summary>Gets all of them.</summary>
    public static IReadOnlyList<string> Names { get; } = [Lock, Range, Free, Scramble, Relearn, Enqueue, Pause, Resume, Stop, Trials, End, Status];

    /// <summary>Tells whether an action is for every process that searches a study, and no record of the study.</summary>
    public static bool IsForEverySearch(string action) => action is Pause or Resume or Stop or Trials;

    /// <summary>Tells whether an action is for a search that runs, and not about what it proposes.</summary>
    public static bool IsForSearch(string action) => IsForEverySearch(action) || action is End or Status;

    /// <summary>Makes the error about an action that is none.</summary>
    public static FormatException Unknown(string action) => new(
        $"'{action}' is no action; these are {string.Join(", ", Names)}."
        + (NearestName.Of(action, Names) is { } near ? $" Did you mean '{near}'?" : string.Empty));
}
