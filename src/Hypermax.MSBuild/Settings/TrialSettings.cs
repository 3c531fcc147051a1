namespace Hypermax.Build.Settings;

/// <summary>What the build properties say about single trials; null where a property is not set and the attribute decides.</summary>
/// <remarks>Limits that a property switches off with <c>none</c> are 0 here, a <c>KillLoss</c> NaN, as in the attribute.</remarks>
public sealed class TrialSettings
{
    /// <summary>Gets or sets the longest time in seconds (<c>HypertuneTrialSeconds</c>).</summary>
    public double? Seconds { get; set; }

    /// <summary>Gets or sets when the trial is asked to end, in seconds (<c>HypertuneTrialSoftSeconds</c>).</summary>
    public double? SoftSeconds { get; set; }

    /// <summary>Gets or sets the most processor time in seconds (<c>HypertuneTrialCpuSeconds</c>).</summary>
    public double? CpuSeconds { get; set; }

    /// <summary>Gets or sets the longest silence in seconds (<c>HypertuneTrialSilenceSeconds</c>).</summary>
    public double? SilenceSeconds { get; set; }

    /// <summary>Gets or sets the largest working set in mebibytes (<c>HypertuneTrialMemoryMegabytes</c>).</summary>
    public double? MemoryMegabytes { get; set; }

    /// <summary>Gets or sets the most GPU memory in mebibytes (<c>HypertuneTrialGpuMegabytes</c>).</summary>
    public double? GpuMegabytes { get; set; }

    /// <summary>Gets or sets the most output in mebibytes (<c>HypertuneTrialOutputMegabytes</c>).</summary>
    public double? OutputMegabytes { get; set; }

    /// <summary>Gets or sets how much of the machine's memory may be in use, in percent (<c>HypertuneSystemMemoryPercent</c>).</summary>
    public double? SystemMemoryPercent { get; set; }

    /// <summary>Gets or sets the value of a trial that a limit ended (<c>HypertuneKillLoss</c>).</summary>
    public double? KillLoss { get; set; }

    /// <summary>Gets or sets whether every trial has a process of its own (<c>HypertuneFreshProcess</c>).</summary>
    public bool? FreshProcess { get; set; }

    /// <summary>Gets or sets how often a failed trial is run again (<c>HypertuneRetries</c>).</summary>
    public int? Retries { get; set; }

    /// <summary>Gets or sets which failures are worth another try (<c>HypertuneRetryOn</c>).</summary>
    public string? RetryOn { get; set; }

    /// <summary>Gets or sets how often every point is evaluated (<c>HypertuneTrialRepeats</c>).</summary>
    public int? Repeats { get; set; }

    /// <summary>Gets or sets how many leaders are confirmed (<c>HypertuneConfirmLeaders</c>).</summary>
    public int? ConfirmLeaders { get; set; }

    /// <summary>Gets or sets how often a leader is evaluated in all (<c>HypertuneConfirmRepeats</c>).</summary>
    public int? ConfirmRepeats { get; set; }

    /// <summary>Gets or sets what the search looks at instead of the value alone (<c>HypertuneLoss</c>).</summary>
    public string? Loss { get; set; }

    /// <summary>Gets or sets the GPUs that slots are given in turn (<c>HypertuneGpus</c>).</summary>
    public IReadOnlyList<string> Gpus { get; set; } = [];

    /// <summary>Gets or sets how many processor cores each slot is told to use (<c>HypertuneSlotCores</c>).</summary>
    public int? SlotCores { get; set; }
}
