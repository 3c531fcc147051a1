using System.Globalization;

namespace Hypermax.Execution.Slurm;

/// <summary>A task of a job array as Slurm has it.</summary>
/// <param name="Name">The name of the job.</param>
/// <param name="Job">The id of the whole array.</param>
/// <param name="Index">The number of the task; 0 for a job that is no array.</param>
/// <param name="State">Its state, such as <c>PENDING</c>.</param>
/// <param name="Reason">Why it waits, in Slurm's word.</param>
/// <param name="Node">Where it runs or ran.</param>
internal sealed record JobTask(string Name, long Job, int Index, string State, string Reason, string Node)
{
    /// <summary>What <c>squeue</c> is asked for; the reason comes last, for it may hold anything.</summary>
    public const string Format = "%j|%F|%K|%T|%N|%r";

    private static readonly string[] Waiting = ["PENDING", "REQUEUED", "REQUEUE_HOLD", "REQUEUE_FED", "SPECIAL_EXIT", "RESV_DEL_HOLD"];
    private static readonly string[] Active = ["RUNNING", "CONFIGURING", "COMPLETING", "SUSPENDED", "STOPPED", "RESIZING", "SIGNALING", "STAGE_OUT"];

    /// <summary>Gets whether it has not begun, or is to begin again.</summary>
    public bool IsWaiting => Waiting.Contains(State, StringComparer.Ordinal);

    /// <summary>Gets whether it runs.</summary>
    public bool IsRunning => Active.Contains(State, StringComparer.Ordinal);

    /// <summary>Reads a row; null for one that is none.</summary>
    public static JobTask? Read(string[] cells) =>
        cells.Length >= 6 && long.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out long job)
            ? new JobTask(
                cells[0],
                job,
                int.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index : 0,

                // 'CANCELLED by 1000', 'CANCELLED+'.
                cells[3].Split(' ')[0].TrimEnd('+'),
                string.Join('|', cells[5..]),
                cells[4])
            : null;
}
