using System.Diagnostics;
using System.Text;
using Hypermax.Run;

namespace Hypermax.Tests.Run;

/// <summary>The search process is ended by a signal that it cannot catch; its commands do not live on.</summary>
public sealed class RunKilledTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Run_KilledByForce_TakesItsCommandsAlong()
    {
        if (!Directory.Exists("/proc/self"))
        {
            return;
        }

        // A name of its own for every process of this test.
        string seconds = $"6{Guid.NewGuid().GetHashCode() & 0xfffffff}";
        string folder = Directory.CreateTempSubdirectory("hypermax-killed-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "space.json"), """{"params":[{"name":"x","type":"float","low":0,"high":1}]}""");
        using Process search = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                typeof(ProgramSearch).Assembly.Location, "run", "--space", Path.Combine(folder, "space.json"), "-o", Path.Combine(folder, "study"), "--command",
                $"sh -c 'sleep {seconds} & setsid sleep {seconds} & wait'", "-p", "HypertuneTrials=2",
            ])
        { RedirectStandardOutput = true })!;
        try
        {
            Assert.True(SpinWait.SpinUntil(() => Count(seconds) == 2 || search.HasExited, Patience));
            Assert.False(search.HasExited);

            search.Kill();
            await search.WaitForExitAsync();

            Assert.True(SpinWait.SpinUntil(() => Count(seconds) == 0, Patience));
        }
        finally
        {
            search.Kill(entireProcessTree: true);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Count(string seconds) => Directory.EnumerateDirectories("/proc").Count(process => CommandOf(process) == $"sleep\0{seconds}\0");

    private static string CommandOf(string process)
    {
        try
        {
            return char.IsAsciiDigit(Path.GetFileName(process)[0]) ? File.ReadAllText(Path.Combine(process, "cmdline"), Encoding.UTF8) : string.Empty;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }
}
