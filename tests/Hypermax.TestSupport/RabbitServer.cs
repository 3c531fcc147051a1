using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Hypermax.TestSupport;

/// <summary>A RabbitMQ broker of our own on the loopback interface, in a folder that goes away with it; it can be crashed and started again.</summary>
/// <remarks>Root runs it as the account <c>rabbitmq</c>. Its port mapper is ours too, on a port of its own. Both end with the test's process, however that
/// ends.</remarks>
public sealed class RabbitServer : IDisposable
{
    // Each program of the broker has a session of its own, whose id stands in the file: all of it is killed, whatever it has become.
    private const string Remove = """
        for id in $(cat "$1"/session.* 2>/dev/null); do kill -s KILL -- "-$id"; done
        for attempt in 1 2 3 4 5 6 7 8 9; do rm -rf "$1" && break; sleep 0.2; done
        """;

    public const string User = "tester";
    public const string Password = "s3cret-of-tests";

    private const string Programs = "/usr/lib/rabbitmq/bin";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-mq-").FullName;
    private readonly int _mapperPort = FreePort();
    private readonly int _nodePort = FreePort();
    private readonly LifeLine _line;
    private Process? _server;

    private RabbitServer()
    {
        _line = new LifeLine(Remove, _folder);
        Port = FreePort();
        File.WriteAllText(Path.Combine(_folder, "rabbitmq.conf"), $"""
            listeners.tcp.1 = 127.0.0.1:{Text(Port)}
            default_user = {User}
            default_pass = {Password}
            log.console.level = warning

            """);
        File.WriteAllText(Path.Combine(_folder, "enabled_plugins"), "[].\n");
        if (Environment.UserName == "root")
        {
            Run("chown", "-R", "rabbitmq", _folder);
        }
    }

    /// <summary>Gets why no broker can be started here, or null.</summary>
    public static string? Missing => File.Exists(Path.Combine(Programs, "rabbitmq-server"))
        ? null
        : "There is no RabbitMQ server in /usr/lib/rabbitmq (apt-get install rabbitmq-server).";

    /// <summary>Gets the port.</summary>
    public int Port { get; }

    /// <summary>Gets the address with the password in it.</summary>
    public string Address => $"amqp://{User}:{Password}@127.0.0.1:{Text(Port)}";

    /// <summary>Gets the address without the password.</summary>
    public string OpenAddress => $"amqp://{User}@127.0.0.1:{Text(Port)}";

    /// <summary>Makes and starts a broker.</summary>
    public static RabbitServer Start()
    {
        RabbitServer server = new();
        try
        {
            server.Begin("epmd", "epmd", ["-port", Text(server._mapperPort), "-address", "127.0.0.1"]).Dispose();
            server.Go();
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Starts the broker again; returns when it answers.</summary>
    public void Go()
    {
        _server = Begin("broker", Path.Combine(Programs, "rabbitmq-server"), []);
        long since = Stopwatch.GetTimestamp();
        while (!Answers())
        {
            if (_server.HasExited || Stopwatch.GetElapsedTime(since) > Patience)
            {
                throw new InvalidOperationException($"The broker does not start: {File.ReadAllText(Path.Combine(_folder, "output"))}");
            }

            Thread.Sleep(100);
        }
    }

    /// <summary>Kills the broker as a crash would.</summary>
    public void Crash() => End("KILL");

    /// <summary>Ends the broker in an orderly way.</summary>
    public void Stop() => End("TERM");

    public void Dispose()
    {
        _line.Cut();
        SpinWait.SpinUntil(() => !Directory.Exists(_folder), TimeSpan.FromMinutes(1));
        _server?.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // The program is a shell that starts the broker, which has written its own id.
    private void End(string signal)
    {
        Run("kill", $"-{signal}", File.ReadAllText(Path.Combine(_folder, "pid")).Trim());
        _server!.WaitForExit();
        _server.Dispose();
        _server = null;
    }

    // The beginning of the protocol: who speaks it answers.
    private bool Answers()
    {
        try
        {
            using TcpClient client = new("127.0.0.1", Port);
            client.ReceiveTimeout = 1000;
            using NetworkStream stream = client.GetStream();
            stream.Write("AMQP\0\0\t\u0001"u8);
            return stream.ReadByte() == 1;
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            return false;
        }
    }

    private Process Begin(string name, string program, string[] arguments)
    {
        string[] line = Environment.UserName == "root"
            ? ["setpriv", "--reuid", "rabbitmq", "--regid", "rabbitmq", "--init-groups", "--", program, .. arguments]
            : [program, .. arguments];
        const string shell = "echo $$ >session.$1; shift; exec \"$@\" >>output 2>&1 </dev/null";
        ProcessStartInfo start = new("setsid", ["/bin/sh", "-c", shell, "sh", name, .. line])
        {
            WorkingDirectory = _folder,
        };
        foreach ((string variable, string value) in new Dictionary<string, string>
        {
            ["HOME"] = _folder,
            ["RABBITMQ_NODENAME"] = "tests@localhost",
            ["RABBITMQ_DIST_PORT"] = Text(_nodePort),
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(_folder, "rabbitmq"),
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(_folder, "mnesia"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(_folder, "log"),
            ["RABBITMQ_PID_FILE"] = Path.Combine(_folder, "pid"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_folder, "enabled_plugins"),
            ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(_folder, "none"),
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
            ["ERL_EPMD_PORT"] = Text(_mapperPort),
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        })
        {
            start.Environment[variable] = value;
        }

        return Process.Start(start)!;
    }

    private static void Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(program, arguments);
        process.WaitForExit();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
