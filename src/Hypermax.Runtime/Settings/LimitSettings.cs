using Hypermax.Execution.Limits;
using Hypermax.Execution.Watchdogs;

namespace Hypermax.Settings;

/// <summary>Makes the limits of trials from settings, and tells what is wrong with them in the names that people wrote.</summary>
internal static class LimitSettings
{
    // A trial that does not mind its token may cost a cancelled search this long; then its process goes.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);

    private static readonly Dictionary<string, Setting> Names = new(StringComparer.Ordinal)
    {
        [nameof(TrialLimits.WallTime)] = TrialSettings.TrialSeconds,
        [nameof(TrialLimits.SoftWallTime)] = TrialSettings.TrialSoftSeconds,
        [nameof(TrialLimits.CpuTime)] = TrialSettings.TrialCpuSeconds,
        [nameof(TrialLimits.Silence)] = TrialSettings.TrialSilenceSeconds,
        [nameof(TrialLimits.MemoryBytes)] = TrialSettings.TrialMemoryMegabytes,
        [nameof(TrialLimits.GpuMemoryBytes)] = TrialSettings.TrialGpuMegabytes,
        [nameof(TrialLimits.OutputBytes)] = TrialSettings.TrialOutputMegabytes,
        [nameof(TrialLimits.SystemMemoryBytes)] = TrialSettings.SystemMemoryPercent,
        [nameof(TrialLimits.KillLoss)] = TrialSettings.KillLoss,
    };

    /// <summary>Makes the limits.</summary>
    /// <param name="settings">What was given.</param>
    /// <param name="violations">Takes what is wrong with the limits together.</param>
    public static TrialLimits Read(SettingSet settings, Violations violations)
    {
        TrialLimits limits = new()
        {
            WallTime = Seconds(settings.Value(TrialSettings.TrialSeconds)),
            SoftWallTime = Seconds(settings.Value(TrialSettings.TrialSoftSeconds)),
            CpuTime = Seconds(settings.Value(TrialSettings.TrialCpuSeconds)),
            Silence = Seconds(settings.Value(TrialSettings.TrialSilenceSeconds)),
            MemoryBytes = Mebibytes(settings.Value(TrialSettings.TrialMemoryMegabytes)),
            GpuMemoryBytes = Mebibytes(settings.Value(TrialSettings.TrialGpuMegabytes)),
            OutputBytes = Mebibytes(settings.Value(TrialSettings.TrialOutputMegabytes)),
            SystemMemoryBytes = (long?)(settings.Value(TrialSettings.SystemMemoryPercent) / 100 * SystemMemory.TotalBytes()),
            KillLoss = settings.Value(TrialSettings.KillLoss),
            Grace = Seconds(settings.Value(TrialSettings.TrialGraceSeconds)) ?? Grace,
        };
        LimitRules.Check(limits, violations.In(option => Names.TryGetValue(option, out Setting? setting) ? settings.NameOf(setting) : option));
        return limits;
    }

    // As long as a TimeSpan can be; nobody waits for the difference.
    private static TimeSpan? Seconds(double? seconds) => seconds is double value ? TimeSpan.FromSeconds(Math.Min(value, 1e11)) : null;

    private static long? Mebibytes(double? mebibytes) => (long?)(mebibytes * 1024 * 1024);
}
