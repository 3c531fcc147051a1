using System.Diagnostics;

namespace Hypermax.Tests.Ui;

/// <summary>A terminal of tmux in which a program runs: keys go in, the screen can be read.</summary>
internal sealed class TmuxTerminal : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private readonly string _socket = $"hypermax-{Guid.NewGuid():N}";

    /// <summary>Starts a command of the shell.</summary>
    public TmuxTerminal(string folder, string command, int width = 80, int height = 24)
    {
        string script = Path.Combine(folder, _socket + ".sh");
        File.WriteAllText(script, $"export LANG=C.UTF-8 LC_ALL=C.UTF-8\nunset NO_COLOR\n{command}\necho \"ended with $?\"\nexec sleep 1000\n");
        Run("-f", "/dev/null", "new-session", "-d", "-x", $"{width}", "-y", $"{height}", "-c", folder, "bash", script);
    }

    public static bool IsInstalled { get; } = Path.Exists("/usr/bin/tmux")
        || (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':').Any(folder => File.Exists(Path.Combine(folder, "tmux")));

    /// <summary>Gets what the screen shows.</summary>
    public string Screen => Run("capture-pane", "-p");

    /// <summary>Presses keys by the names that tmux has for them.</summary>
    public void Press(params string[] keys) => Run(["send-keys", .. keys]);

    /// <summary>Types a text.</summary>
    public void Type(string text) => Run("send-keys", "-l", text);

    public void Resize(int width, int height) => Run("resize-window", "-x", $"{width}", "-y", $"{height}");

    /// <summary>Waits until the screen shows a text.</summary>
    public async Task<string> ShowsAsync(string text)
    {
        long started = Stopwatch.GetTimestamp();
        while (true)
        {
            string screen = Screen;
            if (screen.Contains(text, StringComparison.Ordinal))
            {
                return screen;
            }

            Assert.True(Stopwatch.GetElapsedTime(started) < Limit, $"The screen never showed '{text}'; it shows:\n{screen}");
            await Task.Delay(100);
        }
    }

    public void Dispose() => Run("kill-server");

    private string Run(params string[] arguments)
    {
        using Process tmux = Process.Start(new ProcessStartInfo("tmux", ["-L", _socket, "-u", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        string output = tmux.StandardOutput.ReadToEnd();
        tmux.WaitForExit();
        return output;
    }
}
