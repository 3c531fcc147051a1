using Hypermax.Errors;
using Hypermax.Reports;
using Hypermax.Storage;
using Hypermax.Summary;

namespace Hypermax.Ci;

/// <summary>What continuous integration shows of one study.</summary>
public sealed record CiStudy
{
    /// <summary>Gets the name of the study.</summary>
    public required string Name { get; init; }

    /// <summary>Gets where the objective is declared, with an absolute path, or null.</summary>
    public SourcePosition? Position { get; init; }

    /// <summary>Gets the best value in the study's own direction, or null when no trial is complete.</summary>
    public double? Best { get; init; }

    /// <summary>Gets the value in the tuned file before the search, or null when there was none.</summary>
    public double? Recorded { get; init; }

    /// <summary>Gets the best point as <c>name=value</c> pairs; empty when no trial is complete.</summary>
    public string Parameters { get; init; } = string.Empty;

    /// <summary>Gets how many trials ended.</summary>
    public int Trials { get; init; }

    /// <summary>Gets how many of them completed.</summary>
    public int Complete { get; init; }

    /// <summary>Gets the trials that failed, in trial order.</summary>
    public IReadOnlyList<CiTrial> Failed { get; init; } = [];

    /// <summary>Gets how long the trials took, added up.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets the path of the report, or null.</summary>
    public string? Report { get; init; }

    /// <summary>Gets what there is to say, in the order it was found.</summary>
    public IReadOnlyList<CiRemark> Remarks { get; init; } = [];

    /// <summary>Gets the remarks that the study fails for.</summary>
    public IEnumerable<CiRemark> Errors => Remarks.Where(remark => remark.Level == CiLevel.Error);

    /// <summary>Gets whether the study fails.</summary>
    public bool IsFailed => Errors.Any();

    /// <summary>Gets a sentence for each kind of limit that ended trials.</summary>
    public IReadOnlyList<string> Kills =>
        [.. Failed.Where(trial => trial.IsKilled).GroupBy(trial => trial.Failure).OrderBy(group => group.Key).Select(group => KillsOf([.. group]))];

    /// <summary>Sums up a study, without remarks.</summary>
    /// <param name="header">What the study is.</param>
    /// <param name="trials">Its trials in any order.</param>
    /// <param name="position">Where the objective is declared, with an absolute path, or null.</param>
    public static CiStudy Of(StudyHeader header, IReadOnlyList<TrialRecord> trials, SourcePosition? position = null)
    {
        StudyData data = new(header, trials);
        CiTrial[] failed = [.. data.Failed.Select(trial => Trial(header.Space, trial))];
        return new CiStudy
        {
            Name = header.Name,
            Position = position,
            Best = data.Best?.Value,
            Parameters = data.Best is { } best ? Words.Point(header.Space, best.Point) : string.Empty,
            Trials = data.Finished.Count,
            Complete = data.Trials.Count(trial => trial.IsComplete),
            Failed = failed,
            Duration = data.Finished.Aggregate(TimeSpan.Zero, (sum, trial) => sum + trial.Duration),
        };
    }

    private static CiTrial Trial(SearchSpace space, TrialRecord trial) => new(
        trial.Number,
        trial.Outcome?.Failure ?? FailureKind.None,
        trial.Outcome?.Message ?? string.Empty,
        trial.IsLost ? string.Empty : Words.Point(space, trial.Point));

    private string KillsOf(CiTrial[] trials)
    {
        CiTrial first = trials[0];
        string count = $"{Counted.Of(trials.Length, "trial")} of '{Name}' ended by a limit ({Words.Failure(first.Failure)})";
        return FormattableString.Invariant($"{count}, first trial {first.Number} ({first.Parameters}): {first.Message}");
    }
}
