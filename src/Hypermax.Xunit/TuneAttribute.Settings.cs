namespace Hypermax.Xunit;

// Written by LedgerFilesTests from src/Shared/Settings/Ledger; change it there.
/// <content>What can be said about the search; every value can be overridden for one run by a variable of the environment, such as <c>HYPERTUNE_TRIALS=500</c>.</content>
public sealed partial class TuneAttribute
{
    /// <summary>Gets or sets what the study is called, which names its folder and its tuned file. By default the name of the method.</summary>
    /// <value>A text.</value>
    public string? Name { get; set; }

    /// <summary>Gets or sets which values are better; fixed when a study begins. By default minimize.</summary>
    /// <value>One of minimize, maximize.</value>
    public Direction Direction { get; set; }

    /// <summary>Gets or sets how many trials, earlier ones included, the finished study has. By default 100.</summary>
    /// <value>A whole number, 1 or above.</value>
    public int Trials { get; set; } = 100;

    /// <summary>Gets or sets when this search ends; the next one goes on, in seconds. By default 0: none.</summary>
    /// <value>A number of seconds above 0, or 0.</value>
    public double TimeoutSeconds { get; set; }

    /// <summary>Gets or sets the value at which the search ends because it is good enough. By default NaN: none.</summary>
    /// <value>A number with a point for decimals, or NaN.</value>
    public double Target { get; set; } = double.NaN;

    /// <summary>Gets or sets after how many trials without a better value the search ends (0: never). By default 0: never.</summary>
    /// <value>A whole number, 0 or above, or 0.</value>
    public int Patience { get; set; }

    /// <summary>Gets or sets whether the search ends when what more trials could gain is estimated to be below the noise. By default false.</summary>
    /// <value>True or false.</value>
    public bool StopAtNoise { get; set; }

    /// <summary>Gets or sets what every random draw comes from; fixed when a study begins. By default 0; as recorded when a study goes on.</summary>
    /// <value>A whole number, 0 or above.</value>
    public long Seed { get; set; }

    /// <summary>Gets or sets the method of search or a schedule of budgets. By default auto; as recorded when a study goes on.</summary>
    /// <value>One of auto, random, grid, sobol, anneal, evolution, nsga2, nsga3, tpe, atpe, gp, cmaes, abh, asha, bohb, hyperband.</value>
    public string? Method { get; set; }

    /// <summary>Gets or sets how the method of search is set up, by the names of docs/guide/method-options.md. By default the method's own; as recorded when a study goes on with it.</summary>
    /// <value>Options as name=value, with blanks, commas or semicolons between them; quotes keep a value together.</value>
    public string? MethodOptions { get; set; }

    /// <summary>Gets or sets in which stages the search goes, each with its method, trials and part of the space (docs/guide/stages.md). By default none: the whole space by one method.</summary>
    /// <value>A text.</value>
    public string? Stages { get; set; }

    /// <summary>Gets or sets what stops trials whose reports say that they are not worth finishing. By default none.</summary>
    /// <value>One of none, forecast, median, percentile, asha, hyperband, threshold, cooldown, patient, wilcoxon.</value>
    public string? Pruner { get; set; }

    /// <summary>Gets or sets how the pruner is set up, by the names of docs/guide/pruner-options.md. By default the pruner's own.</summary>
    /// <value>Options as name=value, with blanks, commas or semicolons between them; quotes keep a value together.</value>
    public string? PrunerOptions { get; set; }

    /// <summary>Gets or sets at which budgets trials may run (min, max, eta, the parameter that is the budget, if any, and whether checkpoints are handed on); fixed when a study begins. By default none; as recorded when a study goes on.</summary>
    /// <value>Options as name=value, with blanks, commas or semicolons between them; quotes keep a value together.</value>
    public string? Fidelity { get; set; }

    /// <summary>Gets or sets which schedule gives budgets to trials; fixed when a study begins. By default forecast, where there are budgets.</summary>
    /// <value>One of forecast, abh, asha, bohb, hyperband.</value>
    public string? Schedule { get; set; }

    /// <summary>Gets or sets how the schedule of budgets is set up, by the names of docs/guide/schedule-options.md; fixed when a study begins. By default the schedule's own; as recorded when a study goes on.</summary>
    /// <value>Options as name=value, with blanks, commas or semicolons between them; quotes keep a value together.</value>
    public string? ScheduleOptions { get; set; }

    /// <summary>Gets or sets how many trials run at once. By default 1.</summary>
    /// <value>A whole number from 1 to 1024.</value>
    public int Workers { get; set; } = 1;

    /// <summary>Gets or sets whether a proposal depends on earlier trials in trial order, or on all that have ended, which keeps workers busier but does not repeat; fixed when a study begins. By default repeatable; as recorded when a study goes on.</summary>
    /// <value>One of repeatable, arrival.</value>
    public ProposalOrder Order { get; set; }

    /// <summary>Gets or sets how many trials back a proposal looks in repeatable order, and so the most workers that can be busy; fixed when a study begins. By default 0: the number of workers.</summary>
    /// <value>A whole number from 1 to 1024, or 0.</value>
    public int Lag { get; set; }

    /// <summary>Gets or sets the longest time one trial may take, in seconds; then its process is ended with all it started. By default 0: none.</summary>
    /// <value>A number above 0, with a point for decimals, or 0.</value>
    public double TrialSeconds { get; set; }

    /// <summary>Gets or sets after how many seconds the token of a trial is cancelled, so that it can end well before TrialSeconds. By default 0: none.</summary>
    /// <value>A number above 0, with a point for decimals, or 0.</value>
    public double TrialSoftSeconds { get; set; }

    /// <summary>Gets or sets the most processor time one trial may use, in seconds, all cores added up. By default 0: none.</summary>
    /// <value>A number above 0, with a point for decimals, or 0.</value>
    public double TrialCpuSeconds { get; set; }

    /// <summary>Gets or sets for how many seconds one trial may print and report nothing. By default 0: none.</summary>
    /// <value>A number above 0, with a point for decimals, or 0.</value>
    public double TrialSilenceSeconds { get; set; }

    /// <summary>Gets or sets the largest working set that the processes of one trial may have together, in mebibytes (1048576 bytes). By default 0: none.</summary>
    /// <value>A number above 0, with a point for decimals, or 0.</value>
    public double TrialMemoryMegabytes { get; set; }

    /// <summary>Gets or sets the most GPU memory that the processes of one trial may use together, in mebibytes; needs a query tool such as nvidia-smi. By default 0: none.</summary>
    /// <value>A number above 0, with a point for decimals, or 0.</value>
    public double TrialGpuMegabytes { get; set; }

    /// <summary>Gets or sets how much one trial may print, in mebibytes. By default 0: none.</summary>
    /// <value>A number above 0, with a point for decimals, or 0.</value>
    public double TrialOutputMegabytes { get; set; }

    /// <summary>Gets or sets how much of the machine's memory may be in use while trials run, in percent; above it the largest trial is ended. By default 0: none.</summary>
    /// <value>A number above 0, with a point for decimals, or 0.</value>
    public double SystemMemoryPercent { get; set; }

    /// <summary>Gets or sets the value recorded for a trial that a limit ended, so that the search learns from it; needs a limit. By default NaN: none.</summary>
    /// <value>A number with a point for decimals, or NaN.</value>
    public double KillLoss { get; set; } = double.NaN;

    /// <summary>Gets or sets how long a trial has between being told to end, at a limit or when the search is cancelled, and being killed, in seconds. By default 0.3.</summary>
    /// <value>A number from 0 to 1000000.</value>
    public double TrialGraceSeconds { get; set; } = 0.3;

    /// <summary>Gets or sets how much of what a trial prints its log keeps from the beginning, in mebibytes; the end is kept too. By default 1.</summary>
    /// <value>A number above 0, with a point for decimals.</value>
    public double TrialLogMegabytes { get; set; } = 1;

    /// <summary>Gets or sets whether every trial gets a process of its own, so that trials share no static state; costs about 60 ms each. By default false.</summary>
    /// <value>True or false.</value>
    public bool FreshProcess { get; set; }

    /// <summary>Gets or sets the longest time that the short run of a trial before the whole one may take, in seconds; asks for such a run. By default 0: none.</summary>
    /// <value>A number above 0, with a point for decimals, or 0.</value>
    public double PrecheckSeconds { get; set; }

    /// <summary>Gets or sets the largest working set of the short run of a trial before the whole one, in mebibytes; asks for such a run. By default 0: none.</summary>
    /// <value>A number above 0, with a point for decimals, or 0.</value>
    public double PrecheckMemoryMegabytes { get; set; }

    /// <summary>Gets or sets the values that parameters have in the short run of a trial before the whole one; asks for such a run. By default none.</summary>
    /// <value>Options as name=value, with blanks, commas or semicolons between them; quotes keep a value together.</value>
    public string? PrecheckValues { get; set; }

    /// <summary>Gets or sets how often a failed trial is run again before it is recorded. By default 0.</summary>
    /// <value>A whole number, 0 or above.</value>
    public int Retries { get; set; }

    /// <summary>Gets or sets which failures are worth another try, as names of FailureKind with blanks or commas between them. By default all but the limits that a trial would meet again.</summary>
    /// <value>A text.</value>
    public string? RetryOn { get; set; }

    /// <summary>Gets or sets how often every point is evaluated, each time with another seed; the value is the mean. By default 1.</summary>
    /// <value>A whole number, 1 or above.</value>
    public int TrialRepeats { get; set; } = 1;

    /// <summary>Gets or sets how many of the best points so far are evaluated ConfirmRepeats times, to confirm them. By default 0.</summary>
    /// <value>A whole number, 0 or above.</value>
    public int ConfirmLeaders { get; set; }

    /// <summary>Gets or sets how often a leader is evaluated in all; above TrialRepeats. By default 5.</summary>
    /// <value>A whole number, 2 or above.</value>
    public int ConfirmRepeats { get; set; } = 5;

    /// <summary>Gets or sets which part of the trials, at most, evaluates leading points again until noise no longer hides which is best; the value of a point is then the mean of its trials. By default 0: none.</summary>
    /// <value>A number from 0 to 0.5, or 0.</value>
    public double RaceShare { get; set; }

    /// <summary>Gets or sets how often the best point is evaluated again when the search has ended, each time with another seed, so that the tuned file says how its value spreads; where the first gives the same value, there is no second, and 0 means none at all. By default 10.</summary>
    /// <value>A whole number, 0 or above.</value>
    public int TunedRepeats { get; set; } = 10;

    /// <summary>Gets or sets what the search minimises or maximises, made from metrics and penalties. By default the value of the objective.</summary>
    /// <value>A text.</value>
    public string? Loss { get; set; }

    /// <summary>Gets or sets how many processor cores each worker gets. By default 0: none.</summary>
    /// <value>A whole number, 1 or above, or 0.</value>
    public int SlotCores { get; set; }

    /// <summary>Gets or sets how many GPUs each trial asks a cluster for. By default 0: none.</summary>
    /// <value>A whole number, 0 or above, or 0.</value>
    public int SlotGpus { get; set; }

    /// <summary>Gets or sets how much memory each trial asks a cluster for, in mebibytes. By default 0: TrialMemoryMegabytes with 512 more.</summary>
    /// <value>A number above 0, with a point for decimals, or 0.</value>
    public double SlotMemoryMegabytes { get; set; }

    /// <summary>Gets or sets how what runs the trials is set up, by the names of docs/guide/executor-options.md. By default the executor's own.</summary>
    /// <value>Options as name=value, with blanks, commas or semicolons between them; quotes keep a value together.</value>
    public string? ExecutorOptions { get; set; }
}
