using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Hypermax.TestSupport;

/// <summary>A PostgreSQL server of our own on the loopback interface, in a folder that goes away with it; it can be crashed and started again.</summary>
/// <remarks>
/// It refuses to run as root, so root runs it as the account <c>postgres</c>. Unless asked to, it does not wait for the disk, which only a power cut would
/// show: killed processes lose nothing, and after a crash it need not force a file system to the disk that others write to.
/// </remarks>
public sealed class PostgresServer : IDisposable
{
    // The first line of the file is the id of the first process, which ends the others.
    private const string Remove = """
        pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null)
        [ -n "$pid" ] && kill -QUIT "$pid"
        while [ -n "$pid" ] && [ -e "$1/data/postmaster.pid" ] && kill -0 "$pid"; do sleep 0.02; done 2>/dev/null
        for attempt in 1 2 3 4 5; do rm -rf "$1" && break; sleep 0.2; done
        """;

    public const string User = "tester";
    public const string Database = "test";

    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-pg-").FullName;
    private readonly string _program;
    private readonly string _options;
    private readonly LifeLine _line;

    private PostgresServer(string program, string options)
    {
        (_program, _options) = (program, options);
        Port = FreePort();
        _line = new LifeLine(Remove, _folder);
    }

    /// <summary>Gets the folder of the server's programs, of the newest version there is; null where none is installed.</summary>
    public static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
            .OrderByDescending(bin => int.Parse(Path.GetFileName(Path.GetDirectoryName(bin)!), CultureInfo.InvariantCulture))
            .FirstOrDefault()
        : null;

    /// <summary>Gets the port.</summary>
    public int Port { get; }

    /// <summary>Gets the folder of the server, for what tests put beside its data.</summary>
    public string Folder => _folder;

    /// <summary>Gets the address of the database.</summary>
    public string Address => AddressOf(Database);

    private string Data => Path.Combine(_folder, "data");

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>Makes and starts a server.</summary>
    /// <param name="options">Further options, such as <c>-c max_connections=300 -c fsync=on</c>.</param>
    public static PostgresServer Start(string options = "")
    {
        PostgresServer server = new(Programs ?? throw new InvalidOperationException("There is no PostgreSQL on this machine."), options);
        try
        {
            if (IsRoot)
            {
                Run("chown", "postgres", server._folder);
            }

            server.Own("initdb", "-D", server.Data, "-U", User, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
            server.Go();
            server.Own("createdb", "-h", "127.0.0.1", "-p", server.PortText, "-U", User, Database);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Gets the address of a database as a user.</summary>
    public string AddressOf(string database, string user = User) => $"postgres://{user}@127.0.0.1:{PortText}/{database}";

    /// <summary>Starts the server again; returns when it has recovered.</summary>
    public void Go() => Own(
        "pg_ctl", "-D", Data, "-l", Path.Combine(_folder, "data", "server.log"), "-w", "-t", "120", "-s", "-o",
        $"-p {PortText} -k {_folder} -c listen_addresses=127.0.0.1 -c fsync=off -c recovery_init_sync_method=syncfs {_options}", "start");

    /// <summary>Stops the server, in a way that it waits for nobody.</summary>
    public void Stop(string mode = "fast") => Own("pg_ctl", "-D", Data, "-m", mode, "-w", "-t", "60", "-s", "stop");

    /// <summary>Kills the server's first process as a crash would, and waits until its other processes have noticed.</summary>
    public void Crash()
    {
        Kill(int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture));

        // The dead one may stay as a zombie for a while, and a new one takes it for alive.
        while (Processes().Any())
        {
            Thread.Sleep(20);
        }

        File.Delete(Path.Combine(Data, "postmaster.pid"));
        foreach (string file in Directory.EnumerateFiles(_folder, ".s.PGSQL.*.lock"))
        {
            File.Delete(file);
        }
    }

    /// <summary>Kills one process of the server; it then ends all connections and recovers.</summary>
    /// <param name="pid">The id of a process that <c>pg_stat_activity</c> names.</param>
    public void KillBackend(int pid)
    {
        if (Processes().Contains(pid))
        {
            Kill(pid);
        }
    }

    /// <summary>Makes a user who has to show a password.</summary>
    public void RequirePassword(string user, string password)
    {
        string rules = Path.Combine(Data, "pg_hba.conf");
        File.WriteAllText(rules, $"host all {user} 127.0.0.1/32 scram-sha-256\n{File.ReadAllText(rules)}");
        Sql($"create role {user} login password '{password}'");
        Sql("select pg_reload_conf()");
        Thread.Sleep(200);
    }

    /// <summary>Runs SQL as the owner and gets what it prints.</summary>
    public string Sql(string sql, string database = Database) =>
        Own("psql", "-h", "127.0.0.1", "-p", PortText, "-U", User, "-d", database, "-AtX", "-v", "ON_ERROR_STOP=1", "-c", sql).Trim();

    public void Dispose()
    {
        _line.Cut();
        SpinWait.SpinUntil(() => !Directory.Exists(_folder), TimeSpan.FromMinutes(1));
    }

    private string PortText => Port.ToString(CultureInfo.InvariantCulture);

    // Those that stand in the folder of the data; a zombie stands nowhere.
    private IEnumerable<int> Processes() =>
        from folder in Directory.EnumerateDirectories("/proc")
        where int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _) && FolderOf(folder) == Data
        select int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture);

    private static string? FolderOf(string process)
    {
        try
        {
            return File.ResolveLinkTarget(Path.Combine(process, "cwd"), returnFinalTarget: false)?.FullName;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Kill(int pid) => Run("kill", "-KILL", pid.ToString(CultureInfo.InvariantCulture));

    private string Own(string program, params string[] arguments)
    {
        program = Path.Combine(_program, program);
        return IsRoot
            ? Run("setpriv", ["--reuid", "postgres", "--regid", "postgres", "--init-groups", "--", program, .. arguments])
            : Run(program, arguments);
    }

    private static string Run(string program, params string[] arguments)
    {
        // The server inherits what it is started with, and would hold a pipe open: its output goes to files.
        string output = Path.GetTempFileName();
        try
        {
            ProcessStartInfo start = new("/bin/sh", ["-c", "out=$1; shift; exec \"$@\" >\"$out\" 2>&1 </dev/null", "sh", output, program, .. arguments])
            {
                WorkingDirectory = "/",
            };
            using Process process = Process.Start(start)!;
            process.WaitForExit();
            string text = File.ReadAllText(output);
            return process.ExitCode == 0 ? text : throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' failed: {text}");
        }
        finally
        {
            File.Delete(output);
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
