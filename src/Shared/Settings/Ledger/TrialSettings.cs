namespace Hypermax.Settings;

/// <summary>The settings of single trials: what they may use, how often they run, and what comes out of them.</summary>
internal static class TrialSettings
{
    private static readonly SettingList List = new();

    public static readonly Setting<double> TrialSeconds = Limit("TrialSeconds",
        "the longest time one trial may take, in seconds; then its process is ended with all it started", "60");

    public static readonly Setting<double> TrialSoftSeconds = Limit("TrialSoftSeconds",
        "after how many seconds the token of a trial is cancelled, so that it can end well before TrialSeconds", "50");

    public static readonly Setting<double> TrialCpuSeconds = Limit("TrialCpuSeconds",
        "the most processor time one trial may use, in seconds, all cores added up", "120");

    public static readonly Setting<double> TrialSilenceSeconds = Limit("TrialSilenceSeconds",
        "for how many seconds one trial may print and report nothing", "30");

    public static readonly Setting<double> TrialMemoryMegabytes = Limit("TrialMemoryMegabytes",
        "the largest working set that the processes of one trial may have together, in mebibytes (1048576 bytes)", "2048");

    public static readonly Setting<double> TrialGpuMegabytes = Limit("TrialGpuMegabytes",
        "the most GPU memory that the processes of one trial may use together, in mebibytes; needs a query tool such as nvidia-smi", "4096");

    public static readonly Setting<double> TrialOutputMegabytes = Limit("TrialOutputMegabytes",
        "how much one trial may print, in mebibytes", "10");

    public static readonly Setting<double> SystemMemoryPercent = Limit("SystemMemoryPercent",
        "how much of the machine's memory may be in use while trials run, in percent; above it the largest trial is ended", "90");

    public static readonly Setting<double> SystemMemoryMegabytes = List.Add(new Setting<double>("SystemMemoryMegabytes", Rules.Amount, Surfaces.Outside,
        "how much of the machine's memory may be in use while trials run, in mebibytes (1048576 bytes), in the place of SystemMemoryPercent",
        "12000") { AttributeNone = "0" });

    public static readonly Setting<double> KillLoss = List.Add(new Setting<double>("KillLoss", Rules.Number, Surfaces.Everywhere,
        "the value recorded for a trial that a limit ended, so that the search learns from it; needs a limit", "10") { AttributeNone = "NaN" });

    public static readonly Setting<double> TrialGraceSeconds = List.Add(new Setting<double>("TrialGraceSeconds", Rules.Between(0, 1e6), Surfaces.Everywhere,
        "how long a trial has between being told to end, at a limit or when the search is cancelled, and being killed, in seconds", "2") { Default = "0.3" });

    public static readonly Setting<double> TrialLogMegabytes = List.Add(new Setting<double>("TrialLogMegabytes", Rules.Amount, Surfaces.Everywhere,
        "how much of what a trial prints its log keeps from the beginning, in mebibytes; the end is kept too", "10") { Default = "1" });

    public static readonly Setting<bool> FreshProcess = List.Add(new Setting<bool>("FreshProcess", Rules.Flag, Surfaces.Attribute | Surfaces.Build,
        "whether every trial gets a process of its own, so that trials share no static state; costs about 60 ms each", "true") { Default = "false" });

    public static readonly Setting<double> PrecheckSeconds = Limit("PrecheckSeconds",
        "the longest time that the short run of a trial before the whole one may take, in seconds; asks for such a run", "5");

    public static readonly Setting<double> PrecheckMemoryMegabytes = Limit("PrecheckMemoryMegabytes",
        "the largest working set of the short run of a trial before the whole one, in mebibytes; asks for such a run", "512");

    public static readonly Setting<IReadOnlyDictionary<string, string>> PrecheckValues = List.Add(new Setting<IReadOnlyDictionary<string, string>>(
        "PrecheckValues",
        new OptionsRule(),
        Surfaces.Everywhere,
        "the values that parameters have in the short run of a trial before the whole one; asks for such a run", "\"epochs=1\"") { Default = "none" });

    public static readonly Setting<int> Retries = List.Add(new Setting<int>("Retries", Rules.Whole(0), Surfaces.Everywhere,
        "how often a failed trial is run again before it is recorded", "2") { Default = "0" });

    public static readonly Setting<string> RetryOn = List.Add(new Setting<string>("RetryOn", Rules.Text, Surfaces.Everywhere,
        "which failures are worth another try, as names of FailureKind with blanks or commas between them", "\"ProcessDied Silence\"")
        {
            Default = "all but the limits that a trial would meet again",
        });

    public static readonly Setting<int> TrialRepeats = List.Add(new Setting<int>("TrialRepeats", Rules.Whole(1), Surfaces.Everywhere,
        "how often every point is evaluated, each time with another seed; the value is the mean", "3") { Default = "1" });

    public static readonly Setting<int> ConfirmLeaders = List.Add(new Setting<int>("ConfirmLeaders", Rules.Whole(0), Surfaces.Everywhere,
        "how many of the best points so far are evaluated ConfirmRepeats times, to confirm them", "5") { Default = "0" });

    public static readonly Setting<int> ConfirmRepeats = List.Add(new Setting<int>("ConfirmRepeats", Rules.Whole(2), Surfaces.Everywhere,
        "how often a leader is evaluated in all; above TrialRepeats", "10") { Default = "5" });

    public static readonly Setting<double> RaceShare = List.Add(new Setting<double>("RaceShare", Rules.Between(0, 0.5), Surfaces.Everywhere | Surfaces.Serve,
        "which part of the trials, at most, evaluates leading points again until noise no longer hides which is best; the value of a point is then the mean "
        + "of its trials", "0.2") { AttributeNone = "0", IsNoneAtZero = true, Default = "none" });

    public static readonly Setting<int> TunedRepeats = List.Add(new Setting<int>("TunedRepeats", Rules.Whole(0), Surfaces.Attribute | Surfaces.Build,
        "how often the best point is evaluated again when the search has ended, each time with another seed, so that the tuned file says how its value "
        + "spreads; where the first gives the same value, there is no second, and 0 means none at all", "20") { Default = "10" });

    public static readonly Setting<string> Loss = List.Add(new Setting<string>("Loss", Rules.Text, Surfaces.Everywhere,
        "what the search minimises or maximises, made from metrics and penalties", "\"value - 0.5*accuracy + penalty(time 5 10 0.1)\"")
        {
            Default = "the value of the objective",
        });

    public static readonly Setting<IReadOnlyList<string>> Gpus = List.Add(new Setting<IReadOnlyList<string>>("Gpus", Rules.List, Surfaces.Outside,
        "the GPUs that workers are given in turn, by the numbers or ids that the vendor's tool shows", "\"0 1\""));

    public static readonly Setting<int> SlotCores = List.Add(new Setting<int>("SlotCores", Rules.Whole(1), Surfaces.Everywhere,
        "how many processor cores each worker gets", "2") { AttributeNone = "0" });

    public static readonly Setting<int> SlotGpus = List.Add(new Setting<int>("SlotGpus", Rules.Whole(0), Surfaces.Everywhere,
        "how many GPUs each trial asks a cluster for", "1") { AttributeNone = "0", IsNoneAtZero = true, Default = "none" });

    public static readonly Setting<double> SlotMemoryMegabytes = List.Add(new Setting<double>("SlotMemoryMegabytes", Rules.Amount, Surfaces.Everywhere,
        "how much memory each trial asks a cluster for, in mebibytes", "8192") { AttributeNone = "0", Default = "TrialMemoryMegabytes with 512 more" });

    public static readonly Setting<string> Executor = List.Add(new Setting<string>("Executor", Rules.OneOf("local", "slurm", "amqp"), Surfaces.Outside,
        "where trials run: on this machine (or the hosts that are named), as jobs of a Slurm cluster, or wherever somebody takes them from a message broker",
        "slurm")
        {
            Default = "local",
            Shortcut = "--executor",
        });

    public static readonly Setting<IReadOnlyDictionary<string, string>> ExecutorOptions = List.Add(new Setting<IReadOnlyDictionary<string, string>>(
        "ExecutorOptions",
        new OptionsRule(),
        Surfaces.Everywhere,
        "how what runs the trials is set up, by the names of docs/guide/executor-options.md", "\"recycleAfterTrials=50\"")
        {
            Default = "the executor's own",
            Shortcut = "--executor-option",
        });

    public static readonly Setting<double> WorkerStartSeconds = List.Add(new Setting<double>("WorkerStartSeconds", Rules.Amount, Surfaces.Build,
        "how long a worker process may take until it is ready, in seconds", "60") { Default = "30" });

    /// <summary>Gets the entries, in the order of the documentation.</summary>
    public static IReadOnlyList<Setting> Entries => List.Entries;

    // An attribute cannot leave a number out once it is written, so 0 stands for no limit there.
    private static Setting<double> Limit(string name, string meaning, string example) =>
        List.Add(new Setting<double>(name, Rules.Amount, Surfaces.Everywhere, meaning, example) { AttributeNone = "0" });
}
