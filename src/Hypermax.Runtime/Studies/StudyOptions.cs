using System.Globalization;
using Hypermax.Budgets;
using Hypermax.Execution.Losses;
using Hypermax.Execution.Prechecks;
using Hypermax.Execution.Repeats;
using Hypermax.Pruning;
using Hypermax.Sampling;
using Hypermax.Sampling.Guided;
using Hypermax.Settings;
using Hypermax.Storage;

namespace Hypermax;

/// <summary>How a study is searched; every property has a sensible default.</summary>
public sealed record StudyOptions
{
    private readonly int? _trials;

    /// <summary>Gets the name of the study. By default the name of the space.</summary>
    public string? Name { get; init; }

    /// <summary>Gets how many trials the study has when it is finished, counting those it had when it was opened but not those evaluated elsewhere.</summary>
    /// <value>Above 0; by default as many as the <see cref="Stages"/> have together, where each says how many, and else 100. Where it is more than the
    /// stages have, the last one goes on.</value>
    public int Trials
    {
        get => _trials ?? (Stages.Count > 0 && Stages.All(stage => stage.Trials > 0) ? Stages.Sum(stage => stage.Trials!.Value) : 100);
        init => _trials = value;
    }

    /// <summary>Gets the time after which the search ends; finished trials are kept. By default null: no limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Gets a value at which the search ends because it is good enough. By default null: none.</summary>
    public double? Target { get; init; }

    /// <summary>Gets after how many finished trials without a better value the search ends. By default null: never.</summary>
    public int? Patience { get; init; }

    /// <summary>Gets whether the search ends when what further trials could gain is estimated to be below the noise.</summary>
    /// <value>By default false. Looked at after every fifth finished trial, from the twentieth on.</value>
    public bool StopAtNoise { get; init; }

    /// <summary>Gets the method of search by name.</summary>
    /// <value>
    /// One of <see cref="Samplers.Names"/>; by default null: as recorded in a study that goes on, <c>"auto"</c> in a new one.
    /// Ignored when <see cref="Sampler"/> is set.
    /// </value>
    public string? Method { get; init; }

    /// <summary>Gets the options of the method as people write them, such as <c>levels</c> and <c>5</c>; see docs/guide/method-options.md.</summary>
    /// <value>
    /// By default null: as recorded in a study that goes on with the same method, the method's own else.
    /// Ignored when <see cref="Sampler"/> is set.
    /// </value>
    public IReadOnlyDictionary<string, string>? MethodOptions { get; init; }

    /// <summary>Gets the folder of the models that the method <c>atpe</c> uses, or null for none; heeded where that is the method.</summary>
    internal string? AtpeModels { get; init; }

    /// <summary>Gets the sampler itself, for options that a name cannot express. By default null: made from <see cref="Method"/>.</summary>
    public ISampler? Sampler { get; init; }

    /// <summary>Gets the stages of the search, which follow each other. By default none: the whole space by one method.</summary>
    /// <remarks>Not compared when a study goes on: a stage that is over is not gone back to, and new ones may be added.</remarks>
    public IReadOnlyList<Stage> Stages { get; init; } = [];

    /// <summary>Gets what stops trials whose reports say that they are not worth finishing. By default null: nothing does.</summary>
    /// <remarks>Make it of a name and options with <see cref="Pruners.Create(string, IReadOnlyDictionary{string, string})"/>. Not recorded with the study:
    /// it may differ every time, and a stopped trial says why it was stopped.</remarks>
    public IPruner? Pruner { get; init; }

    /// <summary>Gets the budgets at which trials may run, such as epochs. By default null: as recorded in a study that goes on, none in a new one.</summary>
    /// <remarks>Only trials at the whole budget can be the best; the others tell which are worth it.</remarks>
    public Fidelity? Fidelity { get; init; }

    /// <summary>Gets the name of the schedule that gives budgets to trials, one of <see cref="Schedules.Names"/>.</summary>
    /// <value>By default null: as recorded in a study that goes on; in a new one with <see cref="Fidelity"/>, <c>"forecast"</c>.
    /// Ignored when <see cref="BudgetSchedule"/> is set.</value>
    public string? Schedule { get; init; }

    /// <summary>Gets the options of the schedule as people write them, such as <c>brackets</c> and <c>2</c>; see docs/guide/schedule-options.md.</summary>
    /// <value>By default null: as recorded in a study that goes on, the schedule's own else. Ignored when <see cref="BudgetSchedule"/> is set.</value>
    public IReadOnlyDictionary<string, string>? ScheduleOptions { get; init; }

    /// <summary>Gets the schedule itself, for one of your own. By default null: made from <see cref="Schedule"/>.</summary>
    /// <remarks>Needs <see cref="Fidelity"/>. Its name is recorded with the study; who goes on with it gives it again.</remarks>
    public IBudgetSchedule? BudgetSchedule { get; init; }

    /// <summary>Gets the seed that every random draw comes from. By default null: as recorded in a study that goes on, 0 in a new one.</summary>
    public long? Seed { get; init; }

    /// <summary>Gets which values are better, one direction an objective. By default one objective, of which smaller is better.</summary>
    /// <value>At least one. With several, a trial has one value for each, and what is searched is <see cref="Study.Front"/>.</value>
    public IReadOnlyList<Direction> Directions { get; init; } = [Direction.Minimize];

    /// <summary>Gets what the objectives are called, in the order of <see cref="Directions"/>.</summary>
    /// <value>One different name for each objective; by default empty: as recorded in a study that goes on, <c>objective 1</c> and so on in a new one.</value>
    public IReadOnlyList<string> ObjectiveNames { get; init; } = [];

    /// <summary>Gets the constraints that every complete trial must have a value for.</summary>
    /// <value>Different names, each with a bound; by default none: as recorded in a study that goes on. A trial may have values for further ones,
    /// whose bounds it then says itself.</value>
    public IReadOnlyList<OutcomeConstraint> Constraints { get; init; } = [];

    /// <summary>Gets which values of the first objective are better.</summary>
    public Direction Direction
    {
        get => Directions[0];
        init => Directions = [value];
    }

    /// <summary>Gets how many trials run at once.</summary>
    /// <value>Above 0; the default is 1.</value>
    public int Workers { get; init; } = 1;

    /// <summary>Gets what the proposal of a trial may depend on.</summary>
    /// <value>By default null: as recorded in a study that goes on; a new one repeats from its seed, or goes by arrival where its <see cref="Store"/> is shared
    /// and no <see cref="Lag"/> is given.</value>
    public ProposalOrder? Order { get; init; }

    /// <summary>Gets the lag L of a repeatable search: trial n is proposed from the outcomes of trials 0 … n − L.</summary>
    /// <value>At least <see cref="Workers"/> to keep all workers busy. By default null: as many as there are workers. Fixed when the study begins.</value>
    public int? Lag { get; init; }

    /// <summary>Gets whether the declared defaults are tried as the first trial. By default true, where any were declared.</summary>
    public bool TryDefaults { get; init; } = true;

    /// <summary>Gets how often a trial is run again that was running when its process died.</summary>
    /// <value>0 or above; the default is 10. After that it is recorded as failed.</value>
    public int OrphanRetries { get; init; } = 10;

    /// <summary>Gets which failed trials are run again before they are recorded. By default none.</summary>
    public RetryPolicy Retry { get; init; } = RetryPolicy.None;

    /// <summary>Gets how the value of a trial is made from its metrics and from what it used. By default null: the value of the objective itself.</summary>
    /// <remarks>Its direction is that of the study. Applied by <see cref="Study.RunAsync"/>; a value that is told is taken as it is.</remarks>
    public LossOptions? Loss { get; init; }

    /// <summary>Gets the short run of every trial before the whole one. By default null: none. Applied by <see cref="Study.RunAsync"/>.</summary>
    public PrecheckOptions? Precheck { get; init; }

    /// <summary>Gets how often points are evaluated, and how many of the best are confirmed. By default null: once.</summary>
    /// <remarks>Its direction is that of the study. Applied by <see cref="Study.RunAsync"/>; see <see cref="RepeatingExecutor"/>.</remarks>
    public RepeatOptions? Repeats { get; init; }

    /// <summary>Gets how leading points are evaluated again until noise no longer hides which is better. By default null: not at all.</summary>
    /// <remarks>Repeats are trials like others and count as such; <see cref="Study.Best"/> is then the point that leads, with the mean of its values.</remarks>
    public RaceOptions? Race { get; init; }

    /// <summary>Gets what people want of the proposals. By default nothing.</summary>
    public Guidance Guidance { get; init; } = Guidance.None;

    /// <summary>Gets what is called before a trial runs, on the thread of the loop. By default nothing.</summary>
    public Action<Trial>? BeforeTrial { get; init; }

    /// <summary>Gets what is called after a trial was recorded: on the thread of the loop, or on that which told it by hand. By default nothing.</summary>
    public Action<TrialRecord>? AfterTrial { get; init; }

    /// <summary>Gets where the study is kept. By default null: in <see cref="Folder"/>, or else in memory.</summary>
    public IStudyStore? Store { get; init; }

    /// <summary>Gets the address of the store that keeps the study among others, under its <see cref="Name"/>; in the place of <see cref="Store"/>.</summary>
    /// <value><c>postgres://user@host/database</c>, with the package Hypermax.PostgreSql; a folder in which each study has one by its name; or what
    /// <see cref="StudyStores.Add"/> knows besides. By default null. A password in it is used and shown nowhere.</value>
    public string? StoreAddress { get; init; }

    /// <summary>Gets what is told that the store of <see cref="StoreAddress"/> has to be waited for.</summary>
    internal Action<string>? StoreNotice { get; init; }

    /// <summary>Gets the folder for the journal, logs and artifacts; a study found there is continued. By default null.</summary>
    /// <remarks>With a <see cref="Store"/> or <see cref="StoreAddress"/> that has no folder of its own, that for logs and artifacts alone.</remarks>
    public string? Folder { get; init; }

    /// <summary>Gets what to do when the folder holds a study whose space has changed since. By default refuse.</summary>
    public SpaceChangePolicy SpaceChange { get; init; }

    /// <summary>Gets what to do when the folder holds a study of another method, or of the same with other options. By default refuse.</summary>
    public MethodChangeAnswer MethodChange { get; init; }

    /// <summary>Gets a text that differs whenever what decides the loss differs, such as a hash of the objective's code and data; at most 200 characters.
    /// By default null: nobody knows.</summary>
    public string? ObjectiveFingerprint { get; init; }

    /// <summary>Gets what to do when <see cref="ObjectiveFingerprint"/> differs from that of the last trials. By default go on and say so in
    /// <see cref="Study.ObjectiveChange"/>.</summary>
    public ObjectiveChangeAnswer ObjectiveChange { get; init; }

    /// <summary>Gets whether a search ends, with <see cref="StopReason.Stopped"/>, when others run what is left and it has nothing to do. By default it waits,
    /// and runs what others leave behind.</summary>
    internal bool LeavesWhenIdle { get; init; }

    /// <summary>Gets the clock. By default the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Gets what tells options apart for people; a password in <see cref="StoreAddress"/> is left out.</summary>
    public override string ToString() => FormattableString.Invariant($"{Trials} trials of '{Name}' by {Method ?? "the recorded or usual method"}, ")
        + $"{Workers.ToString(CultureInfo.InvariantCulture)} at once, in {(StoreAddress is { } address ? StoreText.Mask(address) : Folder ?? "memory")}";
}
