using System.Globalization;
using Hypermax.Execution.Watchdogs;
using Hypermax.Settings;

namespace Hypermax.Execution.Limits;

/// <summary>What limits must fulfil before the first trial.</summary>
internal static class LimitRules
{
    private const string LeaveItOut = "Leave it out for no limit.";

    /// <summary>Checks every limit, and where each holds by itself every pair of them.</summary>
    public static void Check(TrialLimits limits, Violations found)
    {
        int before = found.Found.Count;
        Time(nameof(limits.WallTime), limits.WallTime);
        Time(nameof(limits.SoftWallTime), limits.SoftWallTime);
        Time(nameof(limits.CpuTime), limits.CpuTime);
        Time(nameof(limits.Silence), limits.Silence);
        Bytes(nameof(limits.MemoryBytes), limits.MemoryBytes);
        Bytes(nameof(limits.SystemMemoryBytes), limits.SystemMemoryBytes);
        Bytes(nameof(limits.GpuMemoryBytes), limits.GpuMemoryBytes);
        Bytes(nameof(limits.OutputBytes), limits.OutputBytes);
        found.Require(limits.Grace >= TimeSpan.Zero, nameof(limits.Grace), Text(limits.Grace), "must not be below 0", "Use 0 to kill without warning.");
        if (found.Found.Count == before)
        {
            CheckPairs(limits, found);
            CheckMachine(limits.SystemMemoryBytes, found);
        }

        CheckKillLoss(limits, found);

        void Time(string name, TimeSpan? value) =>
            found.Require(value is null || value > TimeSpan.Zero, name, Text(value.GetValueOrDefault()), "is a limit and must be above 0", LeaveItOut);

        void Bytes(string name, long? value) =>
            found.Require(value is null or > 0, name, Text(value.GetValueOrDefault()), "is a limit and must be above 0", LeaveItOut);
    }

    private static void CheckPairs(TrialLimits limits, Violations found)
    {
        string wallTime = found.Name(nameof(limits.WallTime));
        found.Require(
            !(limits.SoftWallTime >= limits.WallTime),
            nameof(limits.SoftWallTime),
            Text(limits.SoftWallTime.GetValueOrDefault()),
            $"must be below '{wallTime}' ({Text(limits.WallTime.GetValueOrDefault())}), for the warning comes before the end",
            "Lower it or leave it out.");
        found.Require(
            !(limits.Silence >= limits.WallTime),
            nameof(limits.Silence),
            Text(limits.Silence.GetValueOrDefault()),
            $"must be below '{wallTime}' ({Text(limits.WallTime.GetValueOrDefault())}), or silence could never end a trial",
            "Lower it or leave it out.");
        found.Require(
            !(limits.MemoryBytes > limits.SystemMemoryBytes),
            nameof(limits.MemoryBytes),
            Text(limits.MemoryBytes.GetValueOrDefault()),
            $"must not be above '{found.Name(nameof(limits.SystemMemoryBytes))}' ({Text(limits.SystemMemoryBytes.GetValueOrDefault())}), "
            + "for a trial cannot use more than the whole machine may",
            "Lower it or leave it out.");
        if (limits.GpuMemoryBytes is long gpu && !limits.GpuProbe.IsAvailable(out string reason))
        {
            found.Add(
                new Violation(
                    $"'{found.Name(nameof(limits.GpuMemoryBytes))}'",
                    "needs GPU memory that can be measured on this machine",
                    Text(gpu),
                    $"{reason} Install the vendor's tool, give another GpuProbe, or leave the limit out."));
        }
    }

    private static void CheckMachine(long? limit, Violations found)
    {
        long total = SystemMemory.TotalBytes();
        long used = limit is null ? 0 : SystemMemory.UsedBytes();
        string text = Text(limit.GetValueOrDefault());
        found.Require(
            !(total > 0 && limit >= total), nameof(TrialLimits.SystemMemoryBytes), text, $"must be below the {Text(total)} that the machine has in all, "
                + "or it could never be reached", "Lower it.");
        found.Require(
            !(limit < used), nameof(TrialLimits.SystemMemoryBytes), text, $"must be above the {Text(used)} of the machine's memory that are in use already, "
                + "or every trial would be stopped at once", "Raise it, or end other programs.");
    }

    private static void CheckKillLoss(TrialLimits limits, Violations found)
    {
        if (limits.KillLoss is double loss)
        {
            string value = loss.ToString("R", CultureInfo.InvariantCulture);
            found.Require(
                limits.HasWatched, nameof(limits.KillLoss), value, "needs a limit, for without one nothing is ever killed", "Set a limit or leave it out.");
            found.Require(
                double.IsFinite(loss), nameof(limits.KillLoss), value, "must be a finite number", "Choose a value a little worse than the worst you expect.");
        }
    }

    private static string Text(TimeSpan value) => value.TotalSeconds.ToString("R", CultureInfo.InvariantCulture) + " s";

    private static string Text(long bytes) => bytes >= 1 << 20
        ? (bytes / 1048576.0).ToString("0.#", CultureInfo.InvariantCulture) + " MiB"
        : bytes.ToString(CultureInfo.InvariantCulture) + " bytes";
}
