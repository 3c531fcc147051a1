using System.Globalization;
using Hypermax.Execution.Watchdogs;

namespace Hypermax.Execution.Limits;

/// <summary>What limits must fulfil before the first trial.</summary>
internal static class LimitRules
{
    public static IReadOnlyList<string> Violations(TrialLimits limits)
    {
        List<string> found = [];
        CheckTime(found, "WallTime", limits.WallTime);
        CheckTime(found, "SoftWallTime", limits.SoftWallTime);
        CheckTime(found, "CpuTime", limits.CpuTime);
        CheckTime(found, "Silence", limits.Silence);
        CheckBytes(found, "MemoryBytes", limits.MemoryBytes);
        CheckBytes(found, "SystemMemoryBytes", limits.SystemMemoryBytes);
        CheckBytes(found, "GpuMemoryBytes", limits.GpuMemoryBytes);
        CheckBytes(found, "OutputBytes", limits.OutputBytes);
        if (limits.Grace < TimeSpan.Zero)
        {
            found.Add($"Grace is {Text(limits.Grace)}; it must not be below 0. Use 0 to kill without warning.");
        }

        if (found.Count == 0)
        {
            CheckPairs(found, limits);
        }

        CheckKillLoss(found, limits);
        return found;
    }

    private static void CheckPairs(List<string> found, TrialLimits limits)
    {
        if (limits.SoftWallTime >= limits.WallTime)
        {
            found.Add($"SoftWallTime is {Text(limits.SoftWallTime!.Value)} but WallTime is {Text(limits.WallTime!.Value)}; the warning must come before the end. Lower SoftWallTime or leave it out.");
        }

        if (limits.Silence >= limits.WallTime)
        {
            found.Add($"Silence is {Text(limits.Silence!.Value)} but WallTime is {Text(limits.WallTime!.Value)}, so silence could never end a trial. Lower Silence or leave it out.");
        }

        CheckMachine(found, limits.SystemMemoryBytes);

        if (limits.GpuMemoryBytes is not null && !limits.GpuProbe.IsAvailable(out string reason))
        {
            found.Add($"GpuMemoryBytes is set but GPU memory cannot be measured on this machine: {reason} Install the vendor's tool, give another GpuProbe, or leave the limit out.");
        }

        if (limits.MemoryBytes > limits.SystemMemoryBytes)
        {
            found.Add($"MemoryBytes is {Text(limits.MemoryBytes!.Value)} but SystemMemoryBytes allows {Text(limits.SystemMemoryBytes!.Value)}; a trial cannot use more than the whole machine may. Lower MemoryBytes or leave it out.");
        }
    }

    private static void CheckMachine(List<string> found, long? limit)
    {
        long total = SystemMemory.TotalBytes();
        if (total > 0 && limit >= total)
        {
            found.Add($"SystemMemoryBytes allows {Text(limit.Value)} but the machine has {Text(total)} in all, so the limit could never be reached. Lower it.");
        }

        long used = limit is null ? 0 : SystemMemory.UsedBytes();
        if (limit < used)
        {
            found.Add($"SystemMemoryBytes allows {Text(limit.Value)} but {Text(used)} of the machine's memory are in use already, so every trial would be stopped at once. Raise the limit, or end other programs.");
        }
    }

    private static void CheckKillLoss(List<string> found, TrialLimits limits)
    {
        if (limits.KillLoss is not double loss)
        {
            return;
        }

        if (!limits.HasWatched)
        {
            found.Add($"KillLoss is {loss.ToString("R", CultureInfo.InvariantCulture)} but no limit is set, so nothing could ever be killed. Set a limit or leave KillLoss out.");
        }

        if (!double.IsFinite(loss))
        {
            found.Add($"KillLoss is {loss.ToString("R", CultureInfo.InvariantCulture)}; it must be a finite number. Choose a value a little worse than the worst you expect.");
        }
    }

    private static void CheckTime(List<string> found, string name, TimeSpan? value)
    {
        if (value <= TimeSpan.Zero)
        {
            found.Add($"{name} is {Text(value.Value)}; a limit must be above 0. Leave it out for no limit.");
        }
    }

    private static void CheckBytes(List<string> found, string name, long? value)
    {
        if (value <= 0)
        {
            found.Add($"{name} is {Text(value.Value)}; a limit must be above 0. Leave it out for no limit.");
        }
    }

    private static string Text(TimeSpan value) => value.TotalSeconds.ToString("R", CultureInfo.InvariantCulture) + " s";

    private static string Text(long bytes) => bytes >= 1 << 20
        ? (bytes / 1048576.0).ToString("0.#", CultureInfo.InvariantCulture) + " MiB"
        : bytes.ToString(CultureInfo.InvariantCulture) + " bytes";
}
