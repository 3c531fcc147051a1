using Hypermax.Execution.Limits;

namespace Hypermax.Execution.InProcess;

/// <summary>Which limits can be kept without a process of the trial's own.</summary>
internal static class InProcessRules
{
    public static void Check(TrialLimits limits, string where = "")
    {
        string[] impossible =
        [
            .. Named("CpuTime", limits.CpuTime is not null),
            .. Named("MemoryBytes", limits.MemoryBytes is not null),
            .. Named("SystemMemoryBytes", limits.SystemMemoryBytes is not null),
            .. Named("GpuMemoryBytes", limits.GpuMemoryBytes is not null),
            .. Named("OutputBytes", limits.OutputBytes is not null),
        ];
        if (impossible.Length > 0)
        {
            throw new ArgumentException(
                $"{where}{string.Join(", ", impossible)} cannot be limited for trials in one's own process, for all trials share it and none can be killed. "
                + "Run the objective in worker processes, or leave the limit out.");
        }
    }

    private static string[] Named(string name, bool isSet) => isSet ? [name] : [];
}
