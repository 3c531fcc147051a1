using System.Text.RegularExpressions;
using Hypermax.Build.Settings;
using Hypermax.Execution.Limits;
using Hypermax.Execution.Losses;
using Hypermax.Execution.Repeats;
using Hypermax.Execution.Slots;
using Hypermax.Execution.WorkerProcess;

namespace Hypermax.Tune;

/// <summary>How single trials run: what the attribute says, overridden by the properties of the build.</summary>
internal static partial class TrialPlan
{
    // A trial that does not mind its token may cost a cancelled build this long; then its process goes.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);

    /// <summary>Writes what the properties say over what the attribute said.</summary>
    public static void Override(ObjectiveAttribute attribute, TrialSettings settings)
    {
        attribute.TrialSeconds = settings.Seconds ?? attribute.TrialSeconds;
        attribute.TrialSoftSeconds = settings.SoftSeconds ?? attribute.TrialSoftSeconds;
        attribute.TrialCpuSeconds = settings.CpuSeconds ?? attribute.TrialCpuSeconds;
        attribute.TrialSilenceSeconds = settings.SilenceSeconds ?? attribute.TrialSilenceSeconds;
        attribute.TrialMemoryMegabytes = settings.MemoryMegabytes ?? attribute.TrialMemoryMegabytes;
        attribute.TrialGpuMegabytes = settings.GpuMegabytes ?? attribute.TrialGpuMegabytes;
        attribute.TrialOutputMegabytes = settings.OutputMegabytes ?? attribute.TrialOutputMegabytes;
        attribute.SystemMemoryPercent = settings.SystemMemoryPercent ?? attribute.SystemMemoryPercent;
        attribute.KillLoss = settings.KillLoss ?? attribute.KillLoss;
        attribute.FreshProcess = settings.FreshProcess ?? attribute.FreshProcess;
        attribute.Retries = settings.Retries ?? attribute.Retries;
        attribute.RetryOn = settings.RetryOn ?? attribute.RetryOn;
        attribute.TrialRepeats = settings.Repeats ?? attribute.TrialRepeats;
        attribute.ConfirmLeaders = settings.ConfirmLeaders ?? attribute.ConfirmLeaders;
        attribute.ConfirmRepeats = settings.ConfirmRepeats ?? attribute.ConfirmRepeats;
        attribute.Loss = settings.Loss ?? attribute.Loss;
    }

    /// <summary>Makes the options of the pool of workers.</summary>
    public static WorkerOptions Pool(TrialSettings settings) => new()
    {
        Limits = TrialLimits.None with { Grace = Grace },
        SlotEnvironment = new SlotResources { Gpus = settings.Gpus, Cores = settings.SlotCores ?? 0 }.EnvironmentOf,
    };

    /// <summary>Makes the options of the trials of one objective.</summary>
    public static WorkerOptions Workers(WorkerObjective objective) => new()
    {
        Limits = objective.Limits with { Grace = Grace },
        Isolation = objective.Settings.FreshProcess ? WorkerIsolation.Trial : WorkerIsolation.Slot,
    };

    /// <summary>Makes the loss of an objective, or null for its own value.</summary>
    /// <exception cref="FormatException">The loss cannot be understood.</exception>
    public static LossOptions? LossOf(ObjectiveAttribute attribute) =>
        attribute.Loss is { Length: > 0 } text ? LossOptions.Parse(text) with { Direction = attribute.Direction } : null;

    /// <summary>Makes how often the points of an objective are evaluated, or null for once.</summary>
    public static RepeatOptions? RepeatsOf(ObjectiveAttribute attribute) => attribute is { TrialRepeats: 1, ConfirmLeaders: 0 }
        ? null
        : new RepeatOptions { Times = attribute.TrialRepeats, Leaders = attribute.ConfirmLeaders, LeaderTimes = attribute.ConfirmRepeats };

    /// <summary>Checks the limits of an objective.</summary>
    /// <returns>What is wrong, with the names of the attribute, or null.</returns>
    public static string? Problem(WorkerObjective objective)
    {
        try
        {
            objective.Limits.Validate();
            return null;
        }
        catch (ArgumentException error)
        {
            return LimitName().Replace(error.Message, name => name.Value switch
            {
                "WallTime" => nameof(ObjectiveAttribute.TrialSeconds),
                "SoftWallTime" => nameof(ObjectiveAttribute.TrialSoftSeconds),
                "CpuTime" => nameof(ObjectiveAttribute.TrialCpuSeconds),
                "Silence" => nameof(ObjectiveAttribute.TrialSilenceSeconds),
                "MemoryBytes" => nameof(ObjectiveAttribute.TrialMemoryMegabytes),
                "GpuMemoryBytes" => nameof(ObjectiveAttribute.TrialGpuMegabytes),
                "OutputBytes" => nameof(ObjectiveAttribute.TrialOutputMegabytes),
                "SystemMemoryBytes" => nameof(ObjectiveAttribute.SystemMemoryPercent),
                _ => name.Value,
            });
        }
    }

    [GeneratedRegex(@"\b(SoftWallTime|WallTime|CpuTime|Silence|MemoryBytes|GpuMemoryBytes|OutputBytes|SystemMemoryBytes)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LimitName();
}
