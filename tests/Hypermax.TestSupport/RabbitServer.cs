using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Hypermax.TestSupport;

/// <summary>A RabbitMQ broker of our own on the loopback interface, in a folder that goes away with it; it can be crashed and started again.</summary>
/// <remarks>Root runs it as the account <c>rabbitmq</c>. Its port mapper is ours too, on a port of its own, and ends with it.</remarks>
public sealed class RabbitServer : IDisposable
{
    public const string User = "tester";
    public const string Password = "s3cret-of-tests";

    private const string Programs = "/usr/lib/rabbitmq/bin";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-mq-").FullName;
    private readonly int _mapperPort = FreePort();
    private readonly int _nodePort = FreePort();
    private Process? _mapper;
    private Process? _server;

    private RabbitServer()
    {
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
            server._mapper = server.Begin("epmd", ["-port", Text(server._mapperPort), "-address", "127.0.0.1"]);
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
        _server = Begin(Path.Combine(Programs, "rabbitmq-server"), []);
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
        try
        {
            if (_server is { HasExited: false })
            {
                Crash();
            }

            _mapper?.Kill(entireProcessTree: true);
            _mapper?.WaitForExit();
        }
        finally
        {
            _server?.Dispose();
            _mapper?.Dispose();
            Run("rm", "-rf", _folder);
        }
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

    private Process Begin(string program, string[] arguments)
    {
        string[] line = Environment.UserName == "root"
            ? ["setpriv", "--reuid", "rabbitmq", "--regid", "rabbitmq", "--init-groups", "--", program, .. arguments]
            : [program, .. arguments];
        ProcessStartInfo start = new("/bin/sh", ["-c", "out=$1; shift; exec \"$@\" >>\"$out\" 2>&1 </dev/null", "sh", Path.Combine(_folder, "output"), .. line])
        {
            WorkingDirectory = _folder,
        };
        foreach ((string name, string value) in new Dictionary<string, string>
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
            start.Environment[name] = value;
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
