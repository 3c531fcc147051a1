namespace Hypermax.Execution.Slurm;

/// <summary>What Slurm's own messages mean for people who search.</summary>
internal static class SlurmTrouble
{
    private const string Unconfigured = "Slurm is not configured or reachable here. Run this on a login node of the cluster, "
        + "or use 'hypermax slurm script --shell', which writes a script that needs no Slurm.";

    private static readonly string[] Nowhere =
        ["resolve_ctls_from_dns_srv", "Could not establish a configuration source", "Unable to process configuration file"];

    private static readonly (string Text, Func<RequestNames, string> Meaning)[] Known =
    [
        .. Nowhere.Select(text => (text, (Func<RequestNames, string>)(_ => Unconfigured))),
        ("invalid partition",
            names => $"There is no such partition; 'sinfo' lists them. Name another with {names.Partition}, or leave it out for the usual one."),
        ("Invalid job array specification",
            _ => "The highest number of a task must be below the cluster's MaxArraySize. Ask for fewer tasks; each of them can run many trials."),
        ("Memory specification can not be satisfied", names => $"No node has so much memory. Ask for less with {names.Memory}."),
        ("node configuration is not available",
            _ => "No node can give a task what it asks for. Ask for fewer cores or GPUs, or less memory, or name another partition."),
        ("Invalid generic resource",
            names => $"The cluster gives out no GPUs by that name. Leave {names.Gpus} out, or ask for what it has with {names.Other("--gres=…")}."),
        ("Invalid account", names => $"The account is not yours, or needs another partition. Name yours with {names.Account}."),
        ("Requested time limit is invalid", names => $"The partition allows less time. Ask for less with {names.Time}."),
        ("job submit limit", _ => "You have as many jobs as you may. Ask for fewer tasks, or wait until some have ended."),
        ("Invalid qos", names => $"Name a quality of service that you may use with {names.Other("--qos=NAME")}."),
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
    public static bool IsRefusal(string message) => !Array.Exists(Nowhere, text => message.Contains(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>Tells whether a submission was refused because there are as many jobs as there may be, which passes when some have ended.</summary>
    public static bool IsLimit(string message) => Array.Exists(Limits, limit => message.Contains(limit, StringComparison.OrdinalIgnoreCase));

    /// <summary>Explains a message; it stays readable behind the explanation.</summary>
    /// <param name="program">The program of Slurm that said it.</param>
    /// <param name="message">What it said.</param>
    /// <param name="names">What people call the parts of their request.</param>
    public static string Explain(string program, string message, RequestNames names)
    {
        string said = string.Join(' ', message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        string? meaning = Known.Where(entry => said.Contains(entry.Text, StringComparison.OrdinalIgnoreCase)).Select(entry => entry.Meaning(names))
            .FirstOrDefault();
        return meaning is null ? $"'{program}' failed: {said}" : $"{meaning} ('{program}' said: {said})";
    }
}
