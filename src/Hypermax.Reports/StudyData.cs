using Hypermax.Fronts;
using Hypermax.Results;
using Hypermax.Spaces;
using Hypermax.Storage;
using Hypermax.Tables;

namespace Hypermax.Reports;

/// <summary>A study as reports read it: what it is, and the facts of its trials at one moment.</summary>
/// <remarks>
/// <para>Losses here are in minimised form: the value itself, or its negative for an objective to be maximised. Charts and
/// tables show values in the objective's own direction; <see cref="Sign"/> turns one into the other, both ways.</para>
/// <para>A trial counts as <em>complete</em> only with a finite value, and while its objective is the one in force: see <see cref="TrialRecord.IsSetApart"/>.
/// Immutable and safe to share between threads; columns are made once and shared, so that charts that draw the same column carry it once.</para>
/// </remarks>
public sealed class StudyData
{
    // Columns that tables of trials have besides.
    private static readonly string[] Reserved =
    [
        "trial", "status", "stage", "time", "worker", "peak MiB", "error", "log", "best", "on_front", "feasible", "hypervolume", "at", "trials", "state",
        "step", "share", "place", "line", "x1", "x2", "y1", "y2",
    ];

    private readonly Lazy<Column>[] _parameterColumns;
    private readonly Lazy<SpaceGeometry> _geometry;
    private readonly Lazy<Column> _trialColumn;
    private readonly Lazy<Column> _valueColumn;
    private readonly Lazy<Column> _secondsColumn;
    private readonly Lazy<int[]> _rowsByLoss;
    private readonly Lazy<int[]> _rowsBySeconds;
    private readonly Lazy<IReadOnlyList<TrialRecord>> _front;

    /// <summary>Prepares a study for reports.</summary>
    /// <param name="header">What the study is.</param>
    /// <param name="trials">Its trials, in any order; each vector has one entry for every parameter of the space.</param>
    /// <exception cref="ArgumentException">A trial has a vector of another length than the space.</exception>
    public StudyData(StudyHeader header, IReadOnlyList<TrialRecord> trials)
    {
        Header = header;
        TrialRecord? stray = trials.FirstOrDefault(trial => trial.Point.Count != header.Space.Count);
        if (stray is not null)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Trial {stray.Number} has {stray.Point.Count} values but space '{header.Space.Name}' has {header.Space.Count} ")
                + "parameters; a vector has one entry for each. Read the trials with the space they were written with.",
                nameof(trials));
        }

        Trials = [.. trials.OrderBy(trial => trial.Number)];
        Finished = [.. Trials.Where(trial => trial.IsFinished)];
        Complete = [.. Trials.Where(trial => trial.IsComplete && !trial.IsSetApart && double.IsFinite(trial.Value))];
        Seams = SeamsOf(Finished);
        Failed = [.. Trials.Where(trial => trial.State == TrialState.Failed)];
        Sign = Direction.ToLoss(1);
        Losses = [.. Complete.Select(trial => Direction.ToLoss(trial.Value))];
        _front = new Lazy<IReadOnlyList<TrialRecord>>(FindFront);
        Best = HasFront ? FindKnee() : TrialRanking.Best(Complete, Direction, 1) is [TrialRecord best] ? best : null;
        BestRow = Best is null ? -1 : Enumerable.Range(0, Losses.Count).First(row => Complete[row].Number == Best.Number);
        HasTimes = Finished.Any(trial => trial.Duration > TimeSpan.Zero);
        Seconds = [.. Complete.Select(trial => trial.Duration.TotalSeconds)];

        _geometry = new Lazy<SpaceGeometry>(() => new SpaceGeometry(Space));
        _trialColumn = new Lazy<Column>(() => new Column("trial", Complete.Select(trial => (double)trial.Number)) { IsShared = true });
        _valueColumn = new Lazy<Column>(() => new Column(ValueName, Complete.Select(trial => trial.Value)) { IsShared = true });
        _secondsColumn = new Lazy<Column>(() => new Column("time", Seconds) { IsShared = true });
        _rowsByLoss = new Lazy<int[]>(() => [.. Enumerable.Range(0, Losses.Count).OrderBy(row => Complete[row].IsFeasible ? 0 : 1).ThenBy(row => Losses[row])]);
        _rowsBySeconds = new Lazy<int[]>(() => [.. Enumerable.Range(0, Seconds.Count).OrderBy(row => Seconds[row])]);
        _parameterColumns = new Lazy<Column>[Space.Count];
        for (int i = 0; i < _parameterColumns.Length; i++)
        {
            int index = i;
            _parameterColumns[i] = new Lazy<Column>(() => ParameterColumns.Create(Space.Parameters[index], Complete.Select(trial => trial.Point[index])));
        }
    }

    /// <summary>Gets what the study is.</summary>
    public StudyHeader Header { get; }

    /// <summary>Gets the space that points are drawn from.</summary>
    public SearchSpace Space => Header.Space;

    /// <summary>Gets the unit form of every parameter.</summary>
    public SpaceGeometry Geometry => _geometry.Value;

    /// <summary>Gets which values of the first objective are better.</summary>
    public Direction Direction => Header.Directions.Count > 0 ? Header.Directions[0] : Direction.Minimize;

    /// <summary>Gets 1 for an objective to be minimised and −1 for one to be maximised: loss = sign · value.</summary>
    public double Sign { get; }

    /// <summary>Gets what the value of the first objective is called: its name, else <c>loss</c>, <c>value</c> when it is maximised,
    /// <c>objective 1</c> among several.</summary>
    public string ValueName => ObjectiveTitle(0);

    /// <summary>Gets what an objective is called in tables and charts: its name, with a word behind it where another column is called so.</summary>
    /// <param name="objective">The index of the objective.</param>
    public string ObjectiveTitle(int objective)
    {
        string name = Header.ObjectiveName(objective);
        return Reserved.Contains(name, StringComparer.Ordinal) ? name + " (objective)" : name;
    }

    /// <summary>Gets whether there are several objectives, so that there is a front instead of a best trial.</summary>
    public bool HasFront => Header.Directions.Count > 1;

    /// <summary>Gets the trials that no other beats in all of several objectives, by number; none with one objective.</summary>
    /// <remarks>Only trials that keep all constraints count.</remarks>
    public IReadOnlyList<TrialRecord> Front => _front.Value;

    /// <summary>Gets the names of all constraints: those that the study declares, then those that trials brought up.</summary>
    public IReadOnlyList<string> Constraints =>
    [
        .. Header.Constraints.Select(constraint => constraint.Name)
            .Concat(Complete.SelectMany(trial => trial.Constraints).Select(constraint => constraint.Name))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Gets the complete trials that break a constraint.</summary>
    public IReadOnlyList<TrialRecord> Infeasible => [.. Complete.Where(trial => !trial.IsFeasible)];

    /// <summary>Gets all trials in the order of their numbers, running ones included.</summary>
    public IReadOnlyList<TrialRecord> Trials { get; }

    /// <summary>Gets the trials that ended: complete, pruned and failed.</summary>
    public IReadOnlyList<TrialRecord> Finished { get; }

    /// <summary>Gets the trials that ended with a finite value, in the order of their numbers.</summary>
    public IReadOnlyList<TrialRecord> Complete { get; }

    /// <summary>Gets the numbers of the trials from which on the code or data that decide the loss were others than before; empty as a rule.</summary>
    public IReadOnlyList<int> Seams { get; }

    /// <summary>Gets the trials that failed.</summary>
    public IReadOnlyList<TrialRecord> Failed { get; }

    /// <summary>Gets the losses of the complete trials in minimised form, one for each of <see cref="Complete"/>.</summary>
    public IReadOnlyList<double> Losses { get; }

    /// <summary>Gets the durations of the complete trials in seconds, one for each of <see cref="Complete"/>.</summary>
    public IReadOnlyList<double> Seconds { get; }

    /// <summary>Gets whether any trial took time; imported tables often say nothing of it.</summary>
    public bool HasTimes { get; }

    /// <summary>Gets the row of the best complete trial that keeps all constraints, the first of equals, or of the knee of the front;
    /// −1 when there is none.</summary>
    public int BestRow { get; }

    /// <summary>Gets the best complete trial that keeps all constraints, or the knee of the front; null when there is none. Where leading points were
    /// raced, with the mean of the values of its point.</summary>
    public TrialRecord? Best { get; }

    /// <summary>Gets the best complete trials that keep all constraints, best first, earlier trials before later ones of the same loss; where leading
    /// points were raced, one for each point; of a study with several objectives the front, by the first of them.</summary>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<TrialRecord> BestTrials(int count) => HasFront
        ? [.. Front.OrderBy(trial => Direction.ToLoss(trial.Value)).Take(count)]
        : TrialRanking.Best(Complete, Direction, count);

    /// <summary>Gets the study as one of its objectives alone sees it.</summary>
    /// <param name="objective">The index of the objective.</param>
    public StudyData ForObjective(int objective) => !HasFront ? this : new StudyData(
        Header with { Directions = [Header.Directions[objective]], ObjectiveNames = [Header.ObjectiveName(objective)] },
        [
            .. Trials.Select(trial => trial.Outcome is { Values: { } values } outcome && values.Count == Header.Directions.Count
                ? trial with { Outcome = outcome with { Value = values[objective], Values = null } }
                : trial),
        ]);

    /// <summary>Gets the rows of the complete trials, best first, those that break a constraint last; earlier before later ones of the same loss.</summary>
    internal IReadOnlyList<int> RowsByLoss => _rowsByLoss.Value;

    /// <summary>Gets the rows of the complete trials, fastest first, earlier trials before later ones that took as long.</summary>
    internal IReadOnlyList<int> RowsBySeconds => _rowsBySeconds.Value;

    /// <summary>Gets the numbers of the complete trials as the column <c>trial</c>.</summary>
    public Column TrialColumn => _trialColumn.Value;

    /// <summary>Gets the values of the complete trials in the objective's own direction, as a column named <see cref="ValueName"/>.</summary>
    public Column ValueColumn => _valueColumn.Value;

    /// <summary>Gets the durations of the complete trials in seconds as the column <c>time</c>.</summary>
    public Column SecondsColumn => _secondsColumn.Value;

    private TrialRecord? FindKnee() => Front.Count == 0 ? null : Front[Knee.Of(LossTable.Of(Front, Header.Directions))];

    private IReadOnlyList<TrialRecord> FindFront()
    {
        TrialRecord[] eligible = HasFront
            ? [.. Complete.Where(trial => trial.IsFeasible && trial.Values.Count == Header.Directions.Count && trial.Values.All(double.IsFinite))]
            : [];
        return [.. NonDominatedSort.FirstFront(LossTable.Of(eligible, Header.Directions)).Select(row => eligible[row])];
    }

    // What nobody knows the code of is no change.
    private static List<int> SeamsOf(IReadOnlyList<TrialRecord> finished)
    {
        List<int> seams = [];
        string? last = null;
        foreach (TrialRecord trial in finished.Where(trial => trial.Objective is not null))
        {
            if (last is not null && last != trial.Objective)
            {
                seams.Add(trial.Number);
            }

            last = trial.Objective;
        }

        return seams;
    }

    /// <summary>Gets the values of a parameter over the complete trials: numbers, or choices with their labels; NaN where it was inactive.</summary>
    /// <param name="parameter">The index of the parameter.</param>
    public Column ParameterColumn(int parameter) => _parameterColumns[parameter].Value;
}
