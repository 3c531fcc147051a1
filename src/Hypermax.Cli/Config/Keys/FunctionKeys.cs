using Hypermax.Settings;

namespace Hypermax.Config.Keys;

/// <summary>The keys of <c>function</c>: what evaluates points, and what a trial may use.</summary>
internal static class FunctionKeys
{
    public const string Python = "python_function";
    public const string Executable = "executable";
    public const string Command = "command";
    public const string Remote = "remote";
    public const string Dotnet = "dotnet";

    /// <summary>Gets the kinds of function.</summary>
    public static readonly string[] Types = [Python, Executable, Command, Remote, Dotnet];

    /// <summary>What each kind of function cannot do without: one of these sets of keys.</summary>
    public static readonly IReadOnlyDictionary<string, string[][]> Needs = new Dictionary<string, string[][]>(StringComparer.Ordinal)
    {
        [Python] = [["module", "name"]],
        [Executable] = [["command"], ["executable"]],
        [Command] = [["command"], ["executable"]],
        [Remote] = [["hosts", "command"]],
        [Dotnet] = [["assembly"]],
    };

    private static readonly string[] Programs = [Executable, Command];
    private static readonly string[] Everything = [Python, Executable, Command, Remote];

    private static readonly SectionShape Rsync = new(
    [
        new("from", PlainShape.Text, "a folder here, copied to every host once for each content", "\"training\""),
        new("to", PlainShape.Text, "the folder there; made if it does not exist", "\"work\""),
    ]);

    /// <summary>Gets the section.</summary>
    public static SectionShape Section { get; } = new(
    [
        new("type", new NameShape(Types), "what evaluates points", "\"python_function\""),
        new(
            "module",
            PlainShape.Text,
            "the module with the function, as an import statement names it: no folder, no '.py'",
            "\"model\"") { Functions = [Python] },
        new("name", PlainShape.Text, "the function in the module", "\"trainModel\"") { Functions = [Python] },
        new("interpreter", PlainShape.Text, ProgramSettings.Interpreter.Meaning, "\".venv/bin/python\"")
        {
            Functions = [Python],
            Setting = ProgramSettings.Interpreter,
        },
        new("command", new ListShape("a command line, or a list of a program and its arguments", allowsText: true), ProgramSettings.Command.Meaning,
            "[\"./train\", \"--rate\", \"{rate}\"]") { Functions = [.. Programs, Remote] },
        new("executable", PlainShape.Text, "the path of the program, which may hold blanks, in the place of 'command'", "\"./train\"") { Functions = Programs },
        new("arguments", new ListShape("a list of texts", allowsText: false), "the arguments of 'executable', as in 'command'", "[\"--rate\", \"{rate}\"]")
        {
            Functions = Programs,
        },
        new("hosts", new ListShape("a list of hosts, as HOST or HOST*SLOTS", allowsText: false), ProgramSettings.Hosts.Meaning, "[\"me@node1*4\", \"node2\"]")
        {
            Functions = [Remote],
            Setting = ProgramSettings.Hosts,
        },
        new(
            "rsync",
            Rsync,
            "which folder is brought to the hosts before the first trial",
            "{\"from\": \"training\", \"to\": \"work\"}") { Functions = [Remote] },
        new(
            "assembly",
            PlainShape.Text,
            "the built assembly with the [Objective], relative to this file",
            "\"bin/Release/net8.0/App.dll\"") { Functions = [Dotnet] },
        new("objective", PlainShape.Text, "which of its objectives, where there are several", "\"Train\"") { Functions = [Dotnet] },
        new("working_directory", PlainShape.Text, ProgramSettings.WorkingDirectory.Meaning, "\"work\"")
        {
            Functions = Everything,
            Setting = ProgramSettings.WorkingDirectory,
        },
        new("environment", new MapShape("an object of texts", PlainShape.Scalar), "environment variables of the trials", "{\"OMP_NUM_THREADS\": \"1\"}")
        {
            Functions = [Python, Executable, Command],
        },
        new("options", PlainShape.Object, TrialSettings.ExecutorOptions.Meaning, "{\"importSeconds\": 300}"),
        ConfigKey.Of("parallel", StudySettings.Workers, "2"),
        ConfigKey.Of("auto_kill_max_time", TrialSettings.TrialSeconds, "120"),
        ConfigKey.Of("auto_kill_max_ram", TrialSettings.TrialMemoryMegabytes, "512"),
        ConfigKey.Of("auto_kill_max_system_ram", TrialSettings.SystemMemoryMegabytes, "3800"),
        ConfigKey.Of("auto_kill_max_gpu_ram", TrialSettings.TrialGpuMegabytes, "4096"),
        ConfigKey.Of("auto_kill_max_cpu_time", TrialSettings.TrialCpuSeconds, "240"),
        ConfigKey.Of("auto_kill_max_silence", TrialSettings.TrialSilenceSeconds, "30"),
        ConfigKey.Of("auto_kill_max_output", TrialSettings.TrialOutputMegabytes, "10"),
        ConfigKey.Of("precheck_max_time", TrialSettings.PrecheckSeconds, "5"),
        ConfigKey.Of("precheck_max_ram", TrialSettings.PrecheckMemoryMegabytes, "512"),
        ConfigKey.Of("precheck_values", TrialSettings.PrecheckValues, "{\"epochs\": 1}"),
        ConfigKey.Of("auto_kill_loss", TrialSettings.KillLoss, "1.0"),
        ConfigKey.Of("kill_loss", TrialSettings.KillLoss, "1.0"),
    ]);
}
