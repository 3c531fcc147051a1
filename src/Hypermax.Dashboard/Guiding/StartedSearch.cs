using System.Diagnostics;
using System.Text;

namespace Hypermax.Dashboard.Guiding;

/// <summary>A search that was started from these pages, and the end of what it printed.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class StartedSearch : IDisposable
{
    private const int MostLetters = 8000;
    private const int Lines = 12;

    // What went wrong is said first, and a stack trace may follow.
    private const int LinesOfAnError = 40;

    private readonly Lock _lock = new();
    private readonly StringBuilder _output = new();
    private readonly Process _process;

    public StartedSearch(Process process)
    {
        _process = process;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Gets whether it still runs.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>Gets the code it ended with; null while it runs.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    /// <summary>Gets the last lines that it printed; more of them where it went wrong.</summary>
    public string Output
    {
        get
        {
            int lines = ExitCode is null or 0 ? Lines : LinesOfAnError;
            lock (_lock)
            {
                return string.Join('\n', _output.ToString().TrimEnd().Split('\n').TakeLast(lines));
            }
        }
    }

    /// <summary>Lets go of the process; the search goes on.</summary>
    public void Dispose() => _process.Dispose();

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_lock)
        {
            _output.Append(line.Data).Append(line.Data is null ? string.Empty : "\n");
            _output.Remove(0, Math.Max(0, _output.Length - MostLetters));
        }
    }
}
