using Hypermax.Execution.Broker;
using Hypermax.Execution.Command;
using Hypermax.Execution.Limits;
using Hypermax.Execution.Losses;
using Hypermax.Execution.PythonFunction;
using Hypermax.Execution.Remote;
using Hypermax.Execution.Slots;
using Hypermax.Execution.Slurm;
using Hypermax.Execution.WorkerProcess;

namespace Hypermax.Settings;

/// <summary>Makes the options of executors from settings.</summary>
internal static class ExecutorSettings
{
    private static readonly CommandSpec PlainCommand = new() { FileName = string.Empty };
    private static readonly PythonFunctionSpec PlainFunction = new() { Module = string.Empty, Name = string.Empty };
    private static readonly SlurmSpec PlainSlurm = new() { Folder = string.Empty, Program = [] };
    private static readonly RemoteSpec PlainRemote = new() { Hosts = [], Command = string.Empty };

    /// <summary>Gets what may be said of each executor.</summary>
    public static IReadOnlyList<(string Executor, IReadOnlyList<OptionRow> Rows)> Rows =>
    [
        ("Worker processes", WorkerLedger.Options.RowsOf(new WorkerOptions())),
        ("Commands", CommandLedger.Options.RowsOf(PlainCommand)),
        ("Python functions", PythonFunctionLedger.Options.RowsOf(PlainFunction)),
        ("Commands on other machines", RemoteLedger.Options.RowsOf(PlainRemote)),
        ("Jobs of a Slurm cluster", SlurmLedger.Options.RowsOf(PlainSlurm)),
        ("Trials through a broker", BrokerLedger.Options.RowsOf(new BrokerSpec())),
    ];

    /// <summary>Makes the options of the workers that run the objectives of a project.</summary>
    public static WorkerOptions Workers(SettingSet settings, TrialLimits limits, Violations violations)
    {
        WorkerOptions plain = new();
        return Read(settings, WorkerLedger.Options, violations, plain with
        {
            Limits = limits,
            LogBytes = LogBytes(settings) ?? plain.LogBytes,
            StartTimeout = settings.Value(TrialSettings.WorkerStartSeconds) is double seconds
                ? TimeSpan.FromSeconds(Math.Min(seconds, 1e9))
                : plain.StartTimeout,
            Isolation = settings.Value(TrialSettings.FreshProcess) == true ? WorkerIsolation.Trial : plain.Isolation,
            SlotEnvironment = Slots(settings),
        });
    }

    /// <summary>Makes the options that all executors of programs share.</summary>
    public static CommandOptions Programs(SettingSet settings, TrialLimits limits)
    {
        CommandOptions plain = new();
        return plain with
        {
            Limits = limits,
            LogBytes = LogBytes(settings) ?? plain.LogBytes,
            SlotEnvironment = Slots(settings),
            NeedsLoss = NeedsLoss(settings),
            HasErrorFigure = settings.List(FigureSettings.Objectives).Any(goal => goal.Name == "error")
                || settings.List(FigureSettings.Constraints).Any(bounds => bounds.Name == "error"),
        };
    }

    // A loss that is made of other metrics needs no value of the trial's own; one that cannot be read is told of elsewhere.
    private static bool NeedsLoss(SettingSet settings) => settings.List(FigureSettings.Objectives).Count == 0 && NeedsValue(settings);

    private static bool NeedsValue(SettingSet settings) => StudyPlan.Loss(settings, Direction.Minimize, new Violations()) is not { } loss
        || loss.Parts.Any(part => part.Name == MetricLoss.ObjectiveValue);

    /// <summary>Makes a command.</summary>
    /// <exception cref="FormatException">The command is empty or a quote is not closed.</exception>
    public static CommandSpec Command(SettingSet settings, string command, Violations violations) =>
        Read(
            settings,
            CommandLedger.Options,
            violations,
            CommandSpec.Parse(command) with { WorkingDirectory = settings.Text(ProgramSettings.WorkingDirectory) });

    /// <summary>Makes a Python function.</summary>
    public static PythonFunctionSpec Function(SettingSet settings, string function, Violations violations)
    {
        string[] parts = function.Split(':');
        return Read(settings, PythonFunctionLedger.Options, violations, new PythonFunctionSpec
        {
            Module = parts[0],
            Name = parts[1],
            Interpreter = settings.Text(ProgramSettings.Interpreter) ?? PlainFunction.Interpreter,
            WorkingDirectory = settings.Text(ProgramSettings.WorkingDirectory),
        });
    }

    /// <summary>Makes a command on other machines.</summary>
    public static RemoteSpec Remote(SettingSet settings, string command, Violations violations)
    {
        RemoteSpec remote = Read(
            settings,
            RemoteLedger.Options,
            violations,
            new RemoteSpec { Hosts = Hosts(settings), Command = command, Folder = settings.Text(ProgramSettings.WorkingDirectory) });
        RemoteLedger.CheckTogether(remote, Named(settings, violations));
        return remote;
    }

    /// <summary>Tells whether trials are to be jobs of a Slurm cluster.</summary>
    public static bool AreJobs(SettingSet settings) => settings.Text(TrialSettings.Executor) == "slurm";

    /// <summary>Makes what the jobs of trials ask a Slurm cluster for.</summary>
    public static SlurmSpec Slurm(SettingSet settings, TrialLimits limits, Violations violations) => SlurmLedger.Options.Read(
        PlainSlurm with
        {
            Cpus = settings.Value(TrialSettings.SlotCores),
            Gpus = settings.Value(TrialSettings.SlotGpus),
            MemoryMegabytes = settings.Value(TrialSettings.SlotMemoryMegabytes) is double memory ? (long)Math.Ceiling(memory) : null,
            Limits = limits,
        },
        OptionsOf(settings, ofJobs: true),
        Named(settings, violations));

    /// <summary>Tells whether trials go out through a message broker.</summary>
    public static bool AreMessages(SettingSet settings) => settings.Text(TrialSettings.Executor) == "amqp";

    /// <summary>Makes what is said of the broker.</summary>
    public static BrokerSpec Broker(SettingSet settings, Violations violations) =>
        BrokerLedger.Options.Read(new BrokerSpec(), OptionsOf(settings, ofJobs: true), Named(settings, violations));

    /// <summary>Gets the options that are about jobs or a broker, or those that are about what runs a trial there.</summary>
    public static IReadOnlyDictionary<string, string> OptionsOf(SettingSet settings, bool ofJobs) => settings.Options(TrialSettings.ExecutorOptions)
        .Where(option => IsOfPlace(settings, option.Key) == ofJobs)
        .ToDictionary(option => option.Key, option => option.Value, StringComparer.Ordinal);

    /// <summary>Gets the machines that programs run on; none for this one.</summary>
    public static IReadOnlyList<RemoteHost> Hosts(SettingSet settings) =>
        [
            .. settings.List(ProgramSettings.Hosts)
                .Select(ProgramSettings.ReadHost)
                .OfType<(string Name, int Slots)>()
                .Select(host => new RemoteHost(host.Name, host.Slots)),
        ];

    private static bool IsOfPlace(SettingSet settings, string option) => (AreJobs(settings) && SlurmLedger.Options.Find(option) is not null)
        || (AreMessages(settings) && BrokerLedger.Options.Find(option) is not null);

    private static T Read<T>(SettingSet settings, OptionLedger<T> ledger, Violations violations, T plain) =>
        ledger.Read(plain, OptionsOf(settings, ofJobs: false), Named(settings, violations), AreJobs(settings) ? OfJobs : null);

    private static (string Owner, IReadOnlyList<string> Names) OfJobs =>
        (SlurmLedger.Options.Owner, [.. SlurmLedger.Options.RowsOf(PlainSlurm).Select(row => row.Name)]);

    private static Violations Named(SettingSet settings, Violations violations) =>
        violations.In(option => $"{option} of {settings.NameOf(TrialSettings.ExecutorOptions)}");

    private static long? LogBytes(SettingSet settings) => (long?)(settings.Value(TrialSettings.TrialLogMegabytes) * 1024 * 1024);

    private static Func<int, IReadOnlyDictionary<string, string?>> Slots(SettingSet settings) =>
        new SlotResources { Gpus = settings.List(TrialSettings.Gpus), Cores = settings.Value(TrialSettings.SlotCores) ?? 0 }.EnvironmentOf;
}
