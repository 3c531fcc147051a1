using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Hypermax.TestSupport;

/// <summary>An ssh server of our own on the loopback interface, with keys made for the occasion.</summary>
public sealed class SshServer : IAsyncDisposable
{
    public const string Program = "/usr/sbin/sshd";

    private readonly string _folder;
    private readonly Process _process;

    private SshServer(string folder, Process process, int port)
    {
        _folder = folder;
        _process = process;
        Options =
        [
            "-T", "-F", "none", "-p", port.ToString(), "-i", Path.Combine(folder, "user"), "-o", "BatchMode=yes", "-o", "IdentitiesOnly=yes", "-o",
            "StrictHostKeyChecking=no", "-o", "LogLevel=ERROR", "-o", $"UserKnownHostsFile={folder}/known",
        ];
    }

    /// <summary>Gets the options a client needs.</summary>
    public IReadOnlyList<string> Options { get; }

    public static async Task<SshServer> StartAsync()
    {
        string folder = Directory.CreateTempSubdirectory("hypermax-sshd-").FullName;
        foreach (string key in new[] { "host", "user" })
        {
            await RunAsync("ssh-keygen", "-q", "-t", "ed25519", "-N", string.Empty, "-f", Path.Combine(folder, key));
        }

        File.Copy(Path.Combine(folder, "user.pub"), Path.Combine(folder, "authorized"));
        int port = FreePort();
        await File.WriteAllTextAsync(Path.Combine(folder, "config"), $"""
            Port {port}
            ListenAddress 127.0.0.1
            HostKey {folder}/host
            AuthorizedKeysFile {folder}/authorized
            PidFile none
            StrictModes no
            UsePAM no
            PasswordAuthentication no
            """);
        if (Environment.UserName == "root")
        {
            Directory.CreateDirectory("/run/sshd");
        }

        Process process = Process.Start(new ProcessStartInfo(Program, ["-D", "-q", "-f", Path.Combine(folder, "config")]))!;
        for (int i = 0; i < 2400 && !CanConnect(port); i++)
        {
            await Task.Delay(50);
        }

        return new SshServer(folder, process, port);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool CanConnect(int port)
    {
        try
        {
            using TcpClient client = new("127.0.0.1", port);
            return client.Connected;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
