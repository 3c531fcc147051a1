using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Hypermax.Execution.Command;
using Hypermax.Execution.Limits;
using Hypermax.Execution.PythonFunction;
using Hypermax.Execution.Remote;
using Hypermax.Execution.WorkerProcess;
using Hypermax.Settings;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Settings;

/// <summary>What can be said of executors in code can be said on every surface.</summary>
public class ExecutorOptionsTests
{
    /// <summary>A value of each option that is none of its defaults, and one that breaks its rule where there is one.</summary>
    private static readonly Dictionary<string, (string Good, string? Bad)> Values = new(StringComparer.Ordinal)
    {
        ["recycleAfterTrials"] = ("7", "-1"),
        ["recycleAboveMegabytes"] = ("512", "0"),
        ["parametersOnInput"] = ("false", "no"),
        ["parametersInEnvironment"] = ("true", "yes"),
        ["nested"] = ("false", "flat"),
        ["resultFile"] = ("out folder/{$trial}.json", null),
        ["keepsEmptyArguments"] = ("true", "1"),
        ["environment.NAME"] = ("a value, with 'quotes'", null),
        ["importSeconds"] = ("5", "soon"),
        ["copyFrom"] = ("my training", null),
        ["copyTo"] = ("work", null),
        ["ssh"] = ("/opt/my tools/ssh", null),
        ["partition"] = ("short,long", "a\nb"),
        ["account"] = ("ours", "ours \"x\""),
        ["time"] = ("1:30:00", "soon"),
        ["cpus"] = ("4", "0"),
        ["gpus"] = ("1", "-1"),
        ["memoryMegabytes"] = ("8192", "0"),
        ["sbatch"] = ("--qos=long '--constraint=a&b'", "rm -rf x"),
        ["bin"] = ("/opt/slurm/bin", "/opt\n/bin"),
        ["pollSeconds"] = ("0.5", "0"),
        ["attempts"] = ("5", "0"),
        ["waitSeconds"] = ("600", "0"),
        ["hypermax"] = ("/opt/hypermax/hypermax", "'open"),
        ["broker"] = ("amqp://me@node1", null),
        ["queue"] = ("train", null),
        ["deliveries"] = ("3", "0"),
        ["sshOptions"] = ("-p 2222 -o \"ProxyCommand=ssh -W %h:%p gate\"", "-o 'open"),
    };

    public static TheoryData<string, string, string> Everywhere
    {
        get
        {
            TheoryData<string, string, string> cases = [];
            foreach ((string executor, IReadOnlyList<OptionRow> rows) in ExecutorSettings.Rows)
            {
                foreach (OptionRow row in rows)
                {
                    foreach (string surface in Sources.Keys.Append("object"))
                    {
                        cases.Add(executor, row.Name, surface);
                    }
                }
            }

            return cases;
        }
    }

    private static Dictionary<string, SettingSource> Sources { get; } = new()
    {
        ["attribute"] = SettingSource.Attribute,
        ["json"] = SettingSource.Json,
        ["property"] = SettingSource.Property,
        ["environment"] = SettingSource.Environment,
        ["tune"] = SettingSource.TuneOption,
        ["run"] = SettingSource.RunOption,
        ["shortcut"] = SettingSource.Shortcut,
    };

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void Read_EveryOptionOnEverySurface_ChangesTheExecutorOrIsRefusedInItsWords(string executor, string option, string surface)
    {
        string name = option.Replace("NAME", "MODEL", StringComparison.Ordinal);
        (string good, string? bad) = Values[option];
        Violations found = new();

        Assert.NotEqual(Describe(executor, SettingSet.Empty, found), Describe(executor, Given(surface, name, good), found));
        Assert.DoesNotContain(found.Sentences, sentence => !sentence.Contains("needs 'copy", StringComparison.Ordinal));

        if (bad is not null)
        {
            Violations broken = new();
            SettingSet given = Given(surface, name, bad);
            Describe(executor, given, broken);
            Assert.StartsWith($"'{name} of {given.NameOf(TrialSettings.ExecutorOptions)}' must be ", Assert.Single(broken.Sentences), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Values_AreThoseOfAllOptions() =>
        Assert.Equal(
            ExecutorSettings.Rows.SelectMany(executor => executor.Rows).Select(row => row.Name).Distinct().Order(StringComparer.Ordinal),
            Values.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Remote_CopyAndOptions_AreThere()
    {
        Violations found = new();
        SettingSet settings = SettingReader.Read(
            SettingSource.RunOption,
            [
                new("HypertuneHosts", "node1*4 me@node2"), new("HypertuneWorkingDirectory", "~/work"),
                new("HypertuneExecutorOptions", "copyFrom='my training' copyTo=work sshOptions='-p 2222'"),
            ],
            found);

        RemoteSpec remote = ExecutorSettings.Remote(settings, "./train", found);

        Assert.Empty(found.Sentences);
        Assert.Equal([new RemoteHost("node1", 4), new RemoteHost("me@node2")], remote.Hosts);
        Assert.Equal((new RemoteCopy("my training", "work"), "~/work"), (remote.Copy, remote.Folder));
        Assert.Equal(["-p", "2222", "-T", "-o", "BatchMode=yes"], remote.SshOptions.Take(5));
    }

    [Theory]
    [InlineData("copyFrom=a", "'copyFrom of HypertuneExecutorOptions' needs 'copyTo'")]
    [InlineData("copyTo=a", "'copyTo of HypertuneExecutorOptions' needs 'copyFrom'")]
    [InlineData("recycleAfterTrials=3", "'recycleAfterTrials of HypertuneExecutorOptions' is no option of commands on other machines")]
    [InlineData("sshOption=-v", "Did you mean 'sshOptions'?")]
    public void Remote_OptionsThatMakeNoSense_AreTold(string options, string expected)
    {
        Violations found = new();
        SettingSet settings = SettingReader.Read(SettingSource.RunOption, [new("HypertuneHosts", "node1"), new("HypertuneExecutorOptions", options)], found);

        ExecutorSettings.Remote(settings, "./train", found);

        Assert.Contains(expected, Assert.Single(found.Sentences), StringComparison.Ordinal);
    }

    [Fact]
    public void Jobs_OptionThatNobodyHas_IsToldAmongThoseOfBoth()
    {
        Violations found = new();
        SettingSet settings = SettingReader.Read(
            SettingSource.RunOption, [new("HypertuneExecutor", "slurm"), new("HypertuneExecutorOptions", "partitions=main")], found);

        ExecutorSettings.Command(settings, "./train", found);

        Assert.Equal(
            "'partitions of HypertuneExecutorOptions' is no option of commands or jobs of a Slurm cluster. Did you mean 'partition'?",
            Assert.Single(found.Sentences));
    }

    [Fact]
    public void Workers_Settings_AreThere()
    {
        Violations found = new();
        SettingSet settings = SettingReader.Read(
            SettingSource.Property,
            [
                new("HypertuneFreshProcess", "true"), new("HypertuneWorkerStartSeconds", "90"), new("HypertuneTrialLogMegabytes", "2"),
                new("HypertuneTrialGraceSeconds", "0"),
            ],
            found);

        WorkerOptions workers = ExecutorSettings.Workers(settings, LimitSettings.Read(settings, found), found);

        Assert.Empty(found.Sentences);
        Assert.Equal(
            (WorkerIsolation.Trial, TimeSpan.FromSeconds(90), 2L << 20, TimeSpan.Zero),
            (workers.Isolation, workers.StartTimeout, workers.LogBytes, workers.Limits.Grace));
        Assert.Equal(2L << 20, ExecutorSettings.Programs(settings, TrialLimits.None).LogBytes);
    }

    [Fact]
    public void Guide_HasARowForEveryOption()
    {
        StringBuilder text = new();
        text.AppendLine("# Options of executors");
        text.AppendLine();
        text.AppendLine("<!-- Written by ExecutorOptionsTests from the ledgers beside the executors; change it there. -->");
        text.AppendLine();
        text.AppendLine("""
            How what runs the trials is set up, besides its [settings](settings.md). Given as `[Objective(ExecutorOptions = "recycleAfterTrials=50")]`,
            `"executorOptions": {"copyFrom": "training", "copyTo": "work"}` in the `settings` of a `search.json`,
            `-p:HypertuneExecutorOptions="recycleAfterTrials=50"`, `HYPERTUNE_EXECUTOR_OPTIONS`, or `hypermax run --executor-option "sshOptions=-p 2222"`;
            in code as `WorkerOptions`, `CommandSpec`, `PythonFunctionSpec`, `RemoteSpec`, `SlurmSpec` and `AmqpOptions`.
            A value with blanks stands in quotes where several options share a text: `"ssh=/usr/bin/ssh sshOptions='-p 2222'"`.
            Options given on one surface replace those of a lower one, all
            together. Builds run worker processes; `hypermax run` the others. Where trials are jobs of a cluster, options of both share the text: those of the
            jobs, and those of what runs the trials in them. [executors.md](executors.md) says what they are.

            """);
        foreach ((string executor, IReadOnlyList<OptionRow> rows) in ExecutorSettings.Rows)
        {
            OptionTables.Append(text, executor, rows);
        }

        Golden.VerifyFile(text.ToString(), At("docs/guide/executor-options.md"));
    }

    private static SettingSet Given(string surface, string name, string value)
    {
        Violations found = new();
        SettingSet given = surface == "object"
            ? SettingJson.Read(JsonSerializer.SerializeToElement(new { executorOptions = new Dictionary<string, string> { [name] = value } }), found)
            : SettingReader.Read(Sources[surface], [new(Sources[surface].NameOf(TrialSettings.ExecutorOptions), $"{name}={OptionsRule.Quote(value)}")], found);
        Assert.Empty(found.Sentences);
        return given;
    }

    // All that an executor is made of, so that no option can be read and dropped.
    private static string Describe(string executor, SettingSet settings, Violations found) => executor switch
    {
        "Worker processes" => ExecutorSettings.Workers(settings, TrialLimits.None, found) is var workers
            ? $"{workers.RecycleAfterTrials} {workers.RecycleAboveBytes}"
            : string.Empty,
        "Commands" => Text(ExecutorSettings.Command(settings, "./train", found)),
        "Trials through a broker" => Text(ExecutorSettings.Broker(settings.With(TrialSettings.Executor, "amqp", SettingSource.RunOption), found)),
        "Python functions" => Text(ExecutorSettings.Function(settings, "model:train", found)),
        "Jobs of a Slurm cluster" => ExecutorSettings.Slurm(AsJobs(settings), TrialLimits.None, found) is var jobs
            ? $"{jobs} {string.Join(' ', jobs.Program)} {string.Join(' ', jobs.Sbatch)}"
            : string.Empty,
        _ => Text(ExecutorSettings.Remote(settings, "./train", found)),
    };

    // Only where trials are jobs are options about jobs.
    private static SettingSet AsJobs(SettingSet settings) => settings.With(TrialSettings.Executor, "slurm", SettingSource.RunOption);

    private static string Text<T>(T spec) => JsonSerializer.Serialize(spec);

    private static string At(string path, [CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../..", path));
}
