using Hypermax.Settings;

namespace Hypermax.Execution.Slurm;

/// <summary>The options of trials that are jobs of a cluster.</summary>
internal static class SlurmLedger
{
    private const string LineRule = "a text of one line without quotes and backslashes";

    public static OptionLedger<SlurmSpec> Options { get; } = new(
        "jobs of a Slurm cluster",
        Text("Partition", o => o.Partition, (o, v) => o with { Partition = v }, "the partition of jobs, or several with commas between", "the usual one"),
        Text("Account", o => o.Account, (o, v) => o with { Account = v }, "the account that jobs are charged to", "the usual one"),
        new Option<SlurmSpec, string>(
            "Time",
            Rules.TextThat("a time as Slurm writes it: minutes, 1:30:00 or 2-12:00:00", text => TimeLimit.TryRead(text) is not null),
            o => o.Time,
            (o, v) => o with { Time = v },
            "the time limit of a job") { Unset = "TrialSeconds and what starting takes" },
        new Option<SlurmSpec, int>(
            "Cpus", Rules.Whole(1), o => o.Cpus, (o, v) => o with { Cpus = v }, "the cores of a job") { Unset = "SlotCores" },
        new Option<SlurmSpec, int>(
            "Gpus", Rules.Whole(1), o => o.Gpus, (o, v) => o with { Gpus = v }, "the GPUs of a job") { Unset = "SlotGpus" },
        new Option<SlurmSpec, double>(
            "MemoryMegabytes",
            Rules.Amount,
            o => (double?)o.MemoryMegabytes,
            (o, v) => o with { MemoryMegabytes = (long)Math.Ceiling(Math.Min(v, 1e15)) },
            "the memory of a job, in mebibytes") { Unset = "SlotMemoryMegabytes, or TrialMemoryMegabytes with 512 more" },
        new Option<SlurmSpec, string>(
            "Sbatch",
            Rules.TextThat(
                "options of sbatch in one line, each beginning with a dash, and none by which jobs are kept account of, such as --array and --output",
                IsOptions),
            _ => null,
            (o, v) => o with { Sbatch = [.. o.Sbatch, .. Command.CommandLine.Split(v)] },
            "further options of sbatch, such as --qos=long") { Unset = "none" },
        Text("Bin", o => o.Bin, (o, v) => o with { Bin = v }, "the folder of Slurm's programs", "they are on the path"),
        new Option<SlurmSpec, double>(
            "PollSeconds",
            Rules.Between(0.2, 3600),
            o => o.Poll.TotalSeconds,
            (o, v) => o with { Poll = TimeSpan.FromSeconds(v) },
            "how many seconds pass between two looks at the queue, one for all jobs", nameof(SlurmSpec.Poll)),
        new Option<SlurmSpec, int>(
            "Attempts",
            Rules.Whole(1),
            o => o.Attempts,
            (o, v) => o with { Attempts = v },
            "how often a job is submitted whose node was lost, or that Slurm lost, before the trial fails"),
        new Option<SlurmSpec, double>(
            "WaitSeconds",
            Rules.Amount,
            o => o.LongestWait?.TotalSeconds,
            (o, v) => o with { LongestWait = TimeSpan.FromSeconds(Math.Min(v, 1e9)) },
            "how long a job may wait for its turn before the trial fails, in seconds", nameof(SlurmSpec.LongestWait)) { Unset = "for ever" },
        new Option<SlurmSpec, string>(
            "Hypermax",
            Rules.TextThat("a command with quotes closed, as a shell reads it", IsWords),
            o => o.Program.Count == 0 ? null : string.Join(' ', o.Program.Select(Command.CommandLine.Quote)),
            (o, v) => o with { Program = Command.CommandLine.Split(v) },
            "how nodes start hypermax, where the path of the one that searches is of no use there", nameof(SlurmSpec.Program))
            {
                Unset = "as this one was started",
            });

    /// <summary>Checks what code has set.</summary>
    /// <exception cref="ArgumentException">Something makes no sense; the message names all of it.</exception>
    public static void Require(SlurmSpec spec)
    {
        spec.Limits.Validate();
        Violations found = new();
        Options.Check(spec, found);
        foreach (string option in spec.Sbatch.Where(option => !IsOption(option)))
        {
            found.Add(new Violation(
                "'Sbatch'",
                "must be options of sbatch in one line each, beginning with a dash, and none by which jobs are kept account of",
                option,
                "Write for example --qos=long."));
        }

        found.ThrowIfAny("jobs of a Slurm cluster");
    }

    private static Option<SlurmSpec, string> Text(
        string name, Func<SlurmSpec, string?> get, Func<SlurmSpec, string, SlurmSpec> set, string meaning, string unset) =>
        new(name, Rules.TextThat(LineRule, IsLine), get, set, meaning) { Unset = unset };

    private static bool IsLine(string text) => text.AsSpan().IndexOfAny("\n\r\"\\'") < 0;

    private static bool IsOption(string text) => text.StartsWith('-') && text.AsSpan().IndexOfAny('\n', '\r') < 0 && OwnOptions.Of(text) is null;

    private static bool IsWords(string text) => Words(text) is { Count: > 0 };

    private static bool IsOptions(string text) => Words(text) is { Count: > 0 } words && words.All(IsOption);

    private static IReadOnlyList<string> Words(string text)
    {
        try
        {
            return text.AsSpan().IndexOfAny('\n', '\r') < 0 ? Command.CommandLine.Split(text) : [];
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
