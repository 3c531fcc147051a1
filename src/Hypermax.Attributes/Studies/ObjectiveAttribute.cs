using System.Diagnostics;
using Hypermax.Building;

namespace Hypermax;

/// <summary>Makes a static method the objective of a study that <c>dotnet build -t:Hypertune</c> runs.</summary>
/// <remarks>
/// <para>The method takes a <c>[SearchSpace]</c> type and, if it likes, a <see cref="TrialContext"/> and a
/// <see cref="CancellationToken"/>, and returns <see cref="double"/>, <c>Task&lt;double&gt;</c> or <c>ValueTask&lt;double&gt;</c>.</para>
/// <para>Every value here can be overridden for one build by a property, such as <c>-p:HypertuneTrials=500</c>.</para>
/// </remarks>
[Conditional(MetadataSymbol.Name)]
[AttributeUsage(AttributeTargets.Method)]
public sealed class ObjectiveAttribute : Attribute
{
    /// <summary>Gets or sets the name of the study, which names its folder and tuned file. By default the name of the method.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets how many trials the study has when it is finished, counting those of earlier runs. By default 100.</summary>
    public int Trials { get; set; } = 100;

    /// <summary>Gets or sets which values are better. By default smaller ones.</summary>
    public Direction Direction { get; set; }

    /// <summary>Gets or sets the method of search, such as <c>"tpe"</c> or <c>"random"</c>. By default <c>"auto"</c>.</summary>
    public string? Method { get; set; }

    /// <summary>Gets or sets the seed that every random draw of the study comes from; 0 or above. By default 0.</summary>
    public long Seed { get; set; }

    /// <summary>Gets or sets how many trials run at once. By default 1.</summary>
    public int Workers { get; set; } = 1;

    /// <summary>Gets or sets the time after which the search ends, in seconds. By default 0: no limit.</summary>
    public double TimeoutSeconds { get; set; }

    /// <summary>Gets or sets a value at which the search ends because it is good enough. By default NaN: none.</summary>
    public double Target { get; set; } = double.NaN;

    /// <summary>Gets or sets after how many finished trials without a better value the search ends. By default 0: never.</summary>
    public int Patience { get; set; }

    /// <summary>Gets or sets whether the search ends when what further trials could gain is estimated to be below the noise. By default false.</summary>
    public bool StopAtNoise { get; set; }

    /// <summary>Gets or sets what the proposal of a trial may depend on. By default the search repeats from its seed, with any number of workers.</summary>
    public ProposalOrder Order { get; set; }

    /// <summary>Gets or sets the lag L of a repeatable search: trial n is proposed from the outcomes of trials 0 … n − L.</summary>
    /// <value>By default 0: as many as there are workers. Studies of one lag are equal with any number of workers up to it.</value>
    public int Lag { get; set; }

    /// <summary>Gets or sets the longest time one trial may take, in seconds; then its process is ended with all it started. By default 0: no limit.</summary>
    public double TrialSeconds { get; set; }

    /// <summary>Gets or sets the most processor time one trial may use, in seconds, all cores added up. By default 0: no limit.</summary>
    public double TrialCpuSeconds { get; set; }

    /// <summary>Gets or sets the largest working set that the processes of one trial may have together, in mebibytes. By default 0: no limit.</summary>
    public double TrialMemoryMegabytes { get; set; }

    /// <summary>Gets or sets how long one trial may go without printing or reporting anything, in seconds. By default 0: no limit.</summary>
    public double TrialSilenceSeconds { get; set; }

    /// <summary>Gets or sets the time after which the token of a trial is cancelled, in seconds, so that it can end well before <see cref="TrialSeconds"/>. By default 0: never.</summary>
    public double TrialSoftSeconds { get; set; }

    /// <summary>Gets or sets how much one trial may print, in mebibytes. By default 0: no limit.</summary>
    public double TrialOutputMegabytes { get; set; }

    /// <summary>Gets or sets the most GPU memory that the processes of one trial may use together, in mebibytes; needs a query tool such as <c>nvidia-smi</c>. By default 0: no limit.</summary>
    public double TrialGpuMegabytes { get; set; }

    /// <summary>Gets or sets how much of the machine's memory may be in use while trials run, in percent; above it the largest trial is ended. By default 0: no limit.</summary>
    public double SystemMemoryPercent { get; set; }

    /// <summary>Gets or sets the value recorded for a trial that a limit ended, in the direction of the objective. By default NaN: none, so that the search does not learn from it.</summary>
    public double KillLoss { get; set; } = double.NaN;

    /// <summary>Gets or sets whether every trial gets a process of its own, so that trials share no static state; costs about 60 ms each. By default false.</summary>
    public bool FreshProcess { get; set; }

    /// <summary>Gets or sets how often a failed trial is run again before it is recorded. By default 0.</summary>
    public int Retries { get; set; }

    /// <summary>Gets or sets which failures are worth another try, as names of <c>FailureKind</c> separated by commas. By default all but the limits that a trial would meet again.</summary>
    public string? RetryOn { get; set; }

    /// <summary>Gets or sets how often every point is evaluated, each time with another seed; the value is the mean. By default once.</summary>
    public int TrialRepeats { get; set; } = 1;

    /// <summary>Gets or sets how many of the best points so far are evaluated <see cref="ConfirmRepeats"/> times, to confirm them. By default 0: none.</summary>
    public int ConfirmLeaders { get; set; }

    /// <summary>Gets or sets how often a leader is evaluated in all; above <see cref="TrialRepeats"/>. By default five times.</summary>
    public int ConfirmRepeats { get; set; } = 5;

    /// <summary>Gets or sets what the search minimises or maximises, made from metrics and penalties, such as <c>"value - 0.5*accuracy + penalty(time, 5, 10, 0.1)"</c>. By default the value of the objective.</summary>
    public string? Loss { get; set; }
}
