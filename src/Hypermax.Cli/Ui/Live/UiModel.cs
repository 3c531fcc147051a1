using Hypermax.Analysis;
using Hypermax.Folder;
using Hypermax.Reports;
using Hypermax.Storage;
using Hypermax.Studies;
using Hypermax.Summary;

namespace Hypermax.Ui.Live;

/// <summary>What there is to see at one moment; immutable, so that views are functions of it.</summary>
internal sealed record UiModel
{
    /// <summary>Gets the study, as reports read it.</summary>
    public required StudyData Data { get; init; }

    /// <summary>Gets what is computed from the trials; may be a little older than <see cref="Data"/>, as it costs more.</summary>
    public required StudyAnalysis Analysis { get; init; }

    /// <summary>Gets how many trials the study is to have; 0 when nobody knows.</summary>
    public int Planned { get; init; }

    /// <summary>Gets whether no new trials start.</summary>
    public bool IsPaused { get; init; }

    /// <summary>Gets whether the search ends after the running trials.</summary>
    public bool IsStopping { get; init; }

    /// <summary>Gets the time since the search began, or zero.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Gets the running trials, the longest running first.</summary>
    public IReadOnlyList<RunningTrial> Running { get; init; } = [];

    /// <summary>Gets what the machine is busy with.</summary>
    public SystemLoad System { get; init; } = SystemLoad.Unknown;

    /// <summary>Gets what people want of the parameters.</summary>
    public ParameterWishes Wishes { get; init; } = ParameterWishes.None;

    /// <summary>Gets what was said since the search began, newest last.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>Gets why no search runs, such as "ended by the target of 0.1"; null while one does.</summary>
    public string? Ended { get; init; }

    /// <summary>Gets what reads the log of a trial: its number, and how many lines of the end.</summary>
    public Func<int, int, string?> LogOf { get; init; } = (_, _) => null;

    /// <summary>Gets what the study is.</summary>
    public StudyHeader Header => Data.Header;

    /// <summary>Gets how many trials of the budget are finished.</summary>
    public int Counted => Data.Finished.Count(trial => !trial.IsAdded);

    /// <summary>Gets the trials a minute lately, or NaN.</summary>
    public double PerMinute => Pace.PerMinute(Data.Trials);

    /// <summary>Gets the time left at that pace, or null.</summary>
    public TimeSpan? Left => Ended is null ? Pace.Left(PerMinute, Planned - Counted) : null;
}
