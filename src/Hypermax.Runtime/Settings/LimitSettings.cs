using Hypermax.Execution.Limits;
using Hypermax.Execution.Prechecks;
using Hypermax.Execution.Watchdogs;

namespace Hypermax.Settings;

/// <summary>Makes the limits of trials from settings, and tells what is wrong with them in the names that people wrote.</summary>
internal static class LimitSettings
{
    // A trial that does not mind its token may cost a cancelled search this long; then its process goes.
    private static readonly TrialLimits Plain = new() { Grace = TimeSpan.FromMilliseconds(300) };

    private static readonly (string Limit, Setting<double> Setting, Func<TrialLimits, double, TrialLimits> With)[] Rows =
    [
        (nameof(TrialLimits.WallTime), TrialSettings.TrialSeconds, (limits, value) => limits with { WallTime = Seconds(value) }),
        (nameof(TrialLimits.SoftWallTime), TrialSettings.TrialSoftSeconds, (limits, value) => limits with { SoftWallTime = Seconds(value) }),
        (nameof(TrialLimits.CpuTime), TrialSettings.TrialCpuSeconds, (limits, value) => limits with { CpuTime = Seconds(value) }),
        (nameof(TrialLimits.Silence), TrialSettings.TrialSilenceSeconds, (limits, value) => limits with { Silence = Seconds(value) }),
        (nameof(TrialLimits.MemoryBytes), TrialSettings.TrialMemoryMegabytes, (limits, value) => limits with { MemoryBytes = Mebibytes(value) }),
        (nameof(TrialLimits.GpuMemoryBytes), TrialSettings.TrialGpuMegabytes, (limits, value) => limits with { GpuMemoryBytes = Mebibytes(value) }),
        (nameof(TrialLimits.OutputBytes), TrialSettings.TrialOutputMegabytes, (limits, value) => limits with { OutputBytes = Mebibytes(value) }),
        (nameof(TrialLimits.SystemMemoryBytes), TrialSettings.SystemMemoryPercent,
            (limits, value) => limits with { SystemMemoryBytes = (long)(value / 100 * SystemMemory.TotalBytes()) }),
        (nameof(TrialLimits.SystemMemoryBytes), TrialSettings.SystemMemoryMegabytes, (limits, value) => limits with { SystemMemoryBytes = Mebibytes(value) }),
        (nameof(TrialLimits.KillLoss), TrialSettings.KillLoss, (limits, value) => limits with { KillLoss = value }),
        (nameof(TrialLimits.Grace), TrialSettings.TrialGraceSeconds, (limits, value) => limits with { Grace = Seconds(value) }),
    ];

    /// <summary>Makes the limits.</summary>
    /// <param name="settings">What was given.</param>
    /// <param name="violations">Takes what is wrong with the limits together.</param>
    public static TrialLimits Read(SettingSet settings, Violations violations)
    {
        TrialLimits limits = Rows.Aggregate(Plain, (so, row) => settings.Value(row.Setting) is double value ? row.With(so, value) : so);
        LimitRules.Check(limits, violations.In(limit => settings.NameOf(SettingOf(settings, limit))));
        if (settings.Value(TrialSettings.SystemMemoryMegabytes) is not null && settings.Value(TrialSettings.SystemMemoryPercent) is not null)
        {
            violations.Add(new Violation(
                settings.SubjectOf(TrialSettings.SystemMemoryMegabytes),
                $"limits the same as {settings.SubjectOf(TrialSettings.SystemMemoryPercent)}",
                Value: null,
                "Leave one of the two out, or say none to it."));
        }

        return limits;
    }

    /// <summary>Makes the short run before the whole trial; null where nobody asked for one.</summary>
    /// <param name="settings">What was given.</param>
    /// <param name="whole">What the whole trial may use, as far as the short run has no limits of its own.</param>
    public static PrecheckOptions? ReadPrecheck(SettingSet settings, TrialLimits whole)
    {
        double? seconds = settings.Value(TrialSettings.PrecheckSeconds);
        double? mebibytes = settings.Value(TrialSettings.PrecheckMemoryMegabytes);
        IReadOnlyDictionary<string, string> values = settings.Options(TrialSettings.PrecheckValues);
        TimeSpan? wallTime = seconds is double time ? Seconds(time) : whole.WallTime;
        return seconds is null && mebibytes is null && values.Count == 0 ? null : new PrecheckOptions
        {
            Limits = whole with
            {
                WallTime = wallTime,
                SoftWallTime = whole.SoftWallTime < wallTime ? whole.SoftWallTime : null,
                Silence = whole.Silence < wallTime ? whole.Silence : null,
                MemoryBytes = mebibytes is double size ? Mebibytes(size) : whole.MemoryBytes,
            },
            Values = values,
        };
    }

    // One limit may have two settings; the one that was given is spoken of.
    private static Setting<double> SettingOf(SettingSet settings, string limit)
    {
        Setting<double>[] rows = [.. Rows.Where(row => row.Limit == limit).Select(row => row.Setting)];
        return Array.Find(rows, setting => settings.SourceOf(setting) is not null) ?? rows[0];
    }

    // As long as a TimeSpan can be; nobody waits for the difference.
    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(Math.Min(seconds, 1e11));

    private static long Mebibytes(double mebibytes) => (long)(mebibytes * 1024 * 1024);
}
