using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hypermax.TestSupport;

/// <summary>A Slurm cluster of our own on the loopback interface: a controller and some nodes, which are processes of this machine.</summary>
/// <remarks>Every daemon belongs to its folder and is ended by its id; <see cref="Variables"/> tell client programs which cluster is meant.</remarks>
public sealed class SlurmCluster : IDisposable
{
    private static readonly string[] Programs = ["munged", "slurmctld", "slurmd", "scontrol", "sbatch"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Whatever names the folder is of the cluster: daemons by their arguments, tasks by their environment, their stewards by an open log.
    private const string Remove = """
        # the end of a cluster of tests
        all() {
            for p in /proc/[0-9]*; do
                [ "${p#/proc/}" = "$2" ] || grep -qsF 'the end of a cluster of tests' "$p/cmdline" && continue
                if grep -qsF "$1/" "$p/environ" "$p/cmdline" || ls -l "$p/fd" | grep -qF "$1/"; then echo "${p#/proc/}"; fi
            done
        }
        for round in 1 2 3 4 5 6 7 8 9; do
            found=$(all "$1" "$2")
            [ -z "$found" ] && break
            kill -KILL $found
            sleep 0.1
        done
        for attempt in 1 2 3 4 5; do rm -rf "$1" && break; sleep 0.2; done
        """;

    private readonly string _folder;
    private readonly LifeLine _line;

    private SlurmCluster(string folder)
    {
        _folder = folder;
        _line = new LifeLine(Remove, folder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Gets why no cluster can be started here, or null.</summary>
    public static string? Missing => Array.Find(Programs, program => !OperatingSystem.IsLinux() || Find(program) is null) is { } missing
        ? $"'{missing}' is not installed on this machine (Debian: slurmctld slurmd slurm-client munge)."
        : null;

    /// <summary>Gets the folder of the cluster.</summary>
    public string Folder => _folder;

    /// <summary>Gets what client programs need in their environment.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string> { ["SLURM_CONF"] = Config };

    private string Config => Path.Combine(_folder, "slurm.conf");

    /// <summary>Starts a cluster with the nodes <c>node1</c> and so on, each of four cores and two gibibytes, and the partitions <c>main</c> and
    /// <c>urgent</c>, whose jobs take the place of those of the other.</summary>
    /// <param name="nodes">How many nodes.</param>
    public static SlurmCluster Start(int nodes = 3)
    {
        // Short, for sockets have paths of 107 bytes at most.
        SlurmCluster cluster = new(Directory.CreateTempSubdirectory("hx-slurm-").FullName);
        try
        {
            foreach (string part in new[] { "munge", "run", "state", "spool", "log" })
            {
                Directory.CreateDirectory(Path.Combine(cluster._folder, part));
                SetMode(Path.Combine(cluster._folder, part), "755");
            }

            SetMode(cluster._folder, "755");
            cluster.StartMunge();
            File.WriteAllText(Path.Combine(cluster._folder, "plugstack.conf"), string.Empty);
            File.WriteAllText(cluster.Config, cluster.ConfigText(nodes, FreePorts(nodes + 1)));
            cluster.StartController();
            for (int node = 1; node <= nodes; node++)
            {
                cluster.StartNode($"node{node}");
            }

            cluster.WaitForNodes();
            return cluster;
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    /// <summary>Runs a client program.</summary>
    /// <returns>What it wrote to standard output.</returns>
    public string Client(string program, params string[] arguments) => Run(Find(program)!, arguments).Output;

    /// <summary>Kills the controller, as a power cut does: what it had not saved is lost.</summary>
    public void KillController() => Kill("slurmctld.pid", "KILL");

    /// <summary>Remembers what the controller has saved by now.</summary>
    public void KeepState()
    {
        StopController();
        Copy(Path.Combine(_folder, "state"), Path.Combine(_folder, "kept"));
        StartController();
    }

    /// <summary>Kills the controller before it saved what happened since <see cref="KeepState"/>, and starts it again.</summary>
    public void LoseState()
    {
        KillController();
        Copy(Path.Combine(_folder, "kept"), Path.Combine(_folder, "state"));
        StartController();
    }

    /// <summary>Ends the controller in an orderly way, so that it saves everything.</summary>
    public void StopController() => Kill("slurmctld.pid", "TERM");

    /// <summary>Starts the controller, and waits until it answers.</summary>
    public void StartController()
    {
        Run(Find("slurmctld")!, ["-f", Config]);
        Wait(() => Run(Find("scontrol")!, ["ping"]).Output.Contains("is UP", StringComparison.Ordinal), "the controller answers");
    }

    /// <summary>Starts the daemon of a node.</summary>
    public void StartNode(string node) => Run(Find("slurmd")!, ["-f", Config, "-N", node]);

    /// <summary>Kills the daemon of a node; the tasks that run there go on.</summary>
    public void KillDaemon(string node) => Kill($"slurmd-{node}.pid", "KILL");

    /// <summary>Cuts the power of a node: its daemon and all its tasks are gone without a word.</summary>
    public void CutPower(string node)
    {
        int? daemon = Pid($"slurmd-{node}.pid");
        int[] stewards = [.. StewardsOf(node)];

        // Whoever could report the death of a task is frozen first.
        Signal("STOP", [.. stewards, .. daemon is int id ? [id] : Array.Empty<int>()]);
        Signal("KILL", [.. TasksOf(node), .. stewards, .. daemon is int own ? [own] : Array.Empty<int>()]);
        Signal("KILL", [.. TasksOf(node)]);
    }

    /// <summary>Makes all nodes usable again, and waits until they are.</summary>
    public void WaitForNodes()
    {
        string states = string.Empty;
        Wait(
            () =>
            {
                states = Client("sinfo", "-h", "-N", "-o", "%T").Trim();
                return states.Length > 0 && states.Split('\n').All(state => state is "idle" or "mixed" or "allocated");
            },
            "all nodes are up",
            () => states);
    }

    public void Dispose()
    {
        _line.Cut();
        SpinWait.SpinUntil(() => !Directory.Exists(_folder), TimeSpan.FromMinutes(1));
    }

    private static void Copy(string from, string to)
    {
        if (Directory.Exists(to))
        {
            Directory.Delete(to, recursive: true);
        }

        foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static void SetMode(string path, string octal)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32(octal, 8));
        }
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin:/sbin").Split(':')
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);

    private void StartMunge()
    {
        string munge = Path.Combine(_folder, "munge");
        byte[] key = new byte[128];
        Random.Shared.NextBytes(key);
        File.WriteAllBytes(Path.Combine(munge, "key"), key);
        SetMode(Path.Combine(munge, "key"), "600");
        Run(
            Find("munged")!,
            [
                $"--key-file={munge}/key", $"--socket={munge}/socket", $"--pid-file={_folder}/run/munged.pid", $"--log-file={munge}/log",
                $"--seed-file={munge}/seed", "--num-threads=2",
            ]);
    }

    // A requeued job waits for the life of a credential, two minutes where nobody says otherwise.
    private string ConfigText(int nodes, int port)
    {
        string host = Environment.MachineName.Split('.')[0];
        StringBuilder text = new($"""
            ClusterName=trial
            SlurmctldHost={host}(127.0.0.1)
            SlurmctldPort={port}
            SlurmUser={Environment.UserName}
            SlurmdUser={Environment.UserName}
            AuthType=auth/munge
            CredType=cred/munge
            AuthInfo=socket={_folder}/munge/socket,cred_expire=5
            StateSaveLocation={_folder}/state
            SlurmctldPidFile={_folder}/run/slurmctld.pid
            SlurmctldLogFile={_folder}/log/slurmctld.log
            SlurmdPidFile={_folder}/run/slurmd-%n.pid
            SlurmdSpoolDir={_folder}/spool/%n
            SlurmdLogFile={_folder}/log/slurmd-%n.log
            PlugStackConfig={_folder}/plugstack.conf
            MailProg=/bin/true
            CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            SwitchType=switch/none
            MpiDefault=none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_Core_Memory
            SchedulerType=sched/backfill
            SchedulerParameters=bf_interval=1,sched_interval=1,batch_sched_delay=0
            PriorityType=priority/basic
            PreemptType=preempt/partition_prio
            PreemptMode=REQUEUE
            SlurmdParameters=config_overrides
            AccountingStorageType=accounting_storage/none
            JobCompType=jobcomp/none
            JobAcctGatherType=jobacct_gather/none
            MaxArraySize=1001
            MinJobAge=8
            ReturnToService=2
            SlurmctldTimeout=10
            SlurmdTimeout=10
            InactiveLimit=0
            KillWait=4
            UnkillableStepTimeout=20
            DefMemPerCPU=100

            """);
        for (int node = 1; node <= nodes; node++)
        {
            text.Append($"NodeName=node{node} NodeHostname={host} NodeAddr=127.0.0.1 Port={port + node} CPUs=4 RealMemory=2048 State=UNKNOWN\n");
        }

        return text.Append("PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP PriorityTier=1\n")
            .Append("PartitionName=urgent Nodes=ALL MaxTime=60 State=UP PriorityTier=10\n")
            .ToString();
    }

    private static int FreePorts(int count)
    {
        for (int port = 20000 + Random.Shared.Next(20000); ; port += count)
        {
            if (Enumerable.Range(port, count).All(IsFree))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using TcpListener listener = new(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // The processes that watch over tasks hold the log of their node open.
    private IEnumerable<int> StewardsOf(string node)
    {
        string log = Path.Combine(_folder, "log", $"slurmd-{node}.log");
        return Processes().Where(process => Read(process, "comm").Trim() == "slurmstepd" && Holds(process, log));
    }

    private IEnumerable<int> TasksOf(string node) => Processes().Where(process =>
    {
        string[] variables = Read(process, "environ").Split('\0');
        return variables.Contains($"SLURMD_NODENAME={node}") && variables.Contains($"SLURM_CONF={Config}");
    });

    private static IEnumerable<int> Processes() =>
        Directory.GetDirectories("/proc").Select(folder => int.TryParse(Path.GetFileName(folder), out int id) ? id : 0).Where(id => id > 0);

    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }

    private static bool Holds(int process, string path)
    {
        try
        {
            return Directory.GetFiles($"/proc/{process}/fd").Any(file => new FileInfo(file).LinkTarget == path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private int? Pid(string file)
    {
        string path = Path.Combine(_folder, "run", file);
        return File.Exists(path) && int.TryParse(File.ReadAllText(path), out int id) && IsAlive(id, file) ? id : null;
    }

    // An id that belongs to something else by now is nobody's to kill; a zombie waits only for its parent.
    private static bool IsAlive(int process, string file) =>
        Read(process, "comm").Trim() == Path.GetFileNameWithoutExtension(file).Split('-')[0]
        && !Read(process, "stat").Split(") ")[^1].StartsWith('Z');

    private void Kill(string file, string signal)
    {
        if (Pid(file) is int process)
        {
            Signal(signal, [process]);
            Wait(() => !IsAlive(process, file), $"process {process} of {file} has ended");
        }
    }

    private void Signal(string signal, int[] processes)
    {
        foreach (int process in processes)
        {
            Run("/bin/kill", [$"-{signal}", $"{process}"]);
        }
    }

    private static void Wait(Func<bool> isSo, string what, Func<string>? seen = null)
    {
        Stopwatch clock = Stopwatch.StartNew();
        while (!isSo())
        {
            if (clock.Elapsed > Patience)
            {
                throw new TimeoutException($"It is not so that {what}{(seen is null ? string.Empty : $": {seen()}")}.");
            }

            Thread.Sleep(50);
        }
    }

    private (int Code, string Output) Run(string program, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SLURM_CONF"] = Config;
        using Process process = Process.Start(start)!;

        // Daemons may keep the pipes; their parents end at once.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        string output = program.EndsWith('d') ? string.Empty : process.StandardOutput.ReadToEnd();
        process.WaitForExit(Patience);
        return (process.ExitCode, output);
    }
}
