using System.Diagnostics;
using System.Reflection;

namespace Hypermax.Dashboard.Tests.Processes;

/// <summary>The command <c>hypermax</c> in a process of its own, which can be killed; it is at the latest when it is disposed of, or when the test's
/// process has ended.</summary>
internal sealed class CommandProcess : IDisposable
{
    private readonly Process _process;
    private readonly LifeLine _end;

    public CommandProcess(params string[] words)
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", ["exec", PathOf("Command"), .. words])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        _end = new LifeLine("kill -9 $1", FormattableString.Invariant($"{_process.Id}"));
    }

    /// <summary>Gets the place of what this assembly only starts.</summary>
    public static string PathOf(string name) =>
        typeof(CommandProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == name).Value!;

    /// <summary>Starts a dashboard.</summary>
    /// <returns>It and its address, without a slash at its end.</returns>
    public static async Task<(CommandProcess Server, string Address)> ServeAsync(string folder, int port = 0, params string[] more)
    {
        CommandProcess server = new(["dashboard", folder, "--no-open", "--port", FormattableString.Invariant($"{port}"), .. more]);
        string? address = await server._process.StandardOutput.ReadLineAsync();
        return (server, address?.TrimEnd('/') ?? throw new InvalidOperationException("The dashboard did not start."));
    }

    /// <summary>Kills it, and nothing that it started.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _end.Cut();
        _process.Dispose();
    }
}
