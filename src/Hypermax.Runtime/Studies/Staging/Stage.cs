using Hypermax.Sampling;
using Hypermax.Studies.Staging;

namespace Hypermax;

/// <summary>A part of a search with its own method, budget and part of the space; all stages of a study share its trials.</summary>
/// <remarks>Stages follow each other. A stage is over when its trials have been asked for, its time is up, or every point has been tried.
/// The last one goes on for as long as the study wants trials.</remarks>
public sealed record Stage
{
    /// <summary>Gets the name, which its trials carry. By default null: that of the method, with a number where it is taken.</summary>
    /// <value>Letters, digits, dashes, dots and underlines.</value>
    public string? Name { get; init; }

    /// <summary>Gets the method of search by name, one of <see cref="Samplers.Names"/>. By default null: that of the study.</summary>
    public string? Method { get; init; }

    /// <summary>Gets the options of the method, as <see cref="StudyOptions.MethodOptions"/>. By default null: the method's own, or those of the study
    /// where <see cref="Method"/> is null.</summary>
    public IReadOnlyDictionary<string, string>? MethodOptions { get; init; }

    /// <summary>Gets how many trials the stage has, above 0. By default null: as many as its time allows; the last stage takes what is left.</summary>
    public int? Trials { get; init; }

    /// <summary>Gets after how much time in which trials of the stage ran no more of them start. By default null: no limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Gets how ranges are narrowed to where earlier trials were good. By default null: the whole space.</summary>
    public Narrowing? Narrow { get; init; }

    /// <summary>Gets the parameters that are searched, by their paths; the start of a path stands for all below it. By default empty: all.</summary>
    /// <remarks>The others have the values of the best trial so far. Parameters that a relation ties are searched together.</remarks>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Gets how many parameters each trial changes, drawn anew for every trial; the others have the values of the best trial so far.
    /// By default null: all at once.</summary>
    /// <value>Above 0.</value>
    public int? AtATime { get; init; }

    /// <summary>Gets groups of parameters that are searched in turn, a group a trial, named as in <see cref="Only"/>. By default none.</summary>
    public IReadOnlyList<IReadOnlyList<string>> InTurn { get; init; } = [];

    /// <summary>Makes stages from one line, such as <c>random 20; tpe 50 narrow 20%; fine: tpe 30 only Depth,Rate</c>; see docs/guide/stages.md.</summary>
    /// <param name="text">The line.</param>
    /// <exception cref="FormatException">It has another form; the message says at which character and what was expected.</exception>
    public static IReadOnlyList<Stage> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return StageText.Read(text);
    }
}
