namespace Hypermax.Execution.Slurm;

/// <summary>What Slurm's own messages mean for people who search.</summary>
internal static class SlurmTrouble
{
    private const string Unconfigured = "Slurm is not configured or reachable here. Run this on a login node of the cluster, "
        + "or use 'hypermax slurm script --shell', which writes a script that needs no Slurm.";

    private static readonly (string Text, string Meaning)[] Known =
    [
        ("resolve_ctls_from_dns_srv", Unconfigured),
        ("Could not establish a configuration source", Unconfigured),
        ("Unable to process configuration file", Unconfigured),
        ("invalid partition", "There is no such partition; 'sinfo' lists them. Name another with --partition, or leave it out for the usual one."),
        ("Invalid job array specification",
            "The highest number of a task must be below the cluster's MaxArraySize. Ask for fewer tasks; each of them can run many trials."),
        ("Memory specification can not be satisfied", "No node has so much memory. Ask for less with --memory."),
        ("node configuration is not available",
            "No node can give a task what it asks for. Ask for fewer cores or GPUs, or less memory, or name another partition."),
        ("Invalid generic resource", "The cluster gives out no GPUs by that name. Leave --gpus out, or ask for what it has with --sbatch=--gres=…."),
        ("Invalid account", "The account is not yours, or needs another partition. Name yours with --sbatch=--account=NAME."),
        ("Requested time limit is invalid", "The partition allows less time. Ask for less with --time; workers give trials back before they are ended."),
        ("job submit limit", "You have as many jobs as you may. Ask for fewer tasks, or wait until some have ended."),
        ("Invalid qos", "Name a quality of service that you may use with --sbatch=--qos=NAME."),
    ];

    private static readonly string[] Limits = ["job submit limit", "MaxSubmitJob", "MaxJobCount", "SubmitJobsLimit", "MaxSubmitPU", "MaxSubmitPA"];

    /// <summary>Tells whether the controller could not be reached, which passes.</summary>
    public static bool IsUnreachable(string message) =>
        message.Contains("Unable to contact slurm controller", StringComparison.OrdinalIgnoreCase)
        || message.Contains("Connection refused", StringComparison.OrdinalIgnoreCase)
        || message.Contains("Socket timed out", StringComparison.OrdinalIgnoreCase)
        || message.Contains("temporarily unable to accept job", StringComparison.OrdinalIgnoreCase)
        || message.Contains("Transport endpoint", StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells whether Slurm refused what was asked; else there is no Slurm that could.</summary>
    public static bool IsRefusal(string message) =>
        !Known.Any(entry => entry.Meaning == Unconfigured && message.Contains(entry.Text, StringComparison.OrdinalIgnoreCase));

    /// <summary>Tells whether a submission was refused because there are as many jobs as there may be, which passes when some have ended.</summary>
    public static bool IsLimit(string message) => Array.Exists(Limits, limit => message.Contains(limit, StringComparison.OrdinalIgnoreCase));

    /// <summary>Explains a message; it stays readable behind the explanation.</summary>
    public static string Explain(string program, string message)
    {
        string said = string.Join(' ', message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        string? meaning = Known.Where(entry => said.Contains(entry.Text, StringComparison.OrdinalIgnoreCase)).Select(entry => entry.Meaning).FirstOrDefault();
        return meaning is null ? $"'{program}' failed: {said}" : $"{meaning} ('{program}' said: {said})";
    }
}
