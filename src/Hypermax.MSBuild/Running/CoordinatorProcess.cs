using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Hypermax.Settings;

namespace Hypermax.Build.Running;

/// <summary>The coordinator as a child process whose standard input is held open for as long as it may run.</summary>
internal sealed class CoordinatorProcess : IDisposable
{
    private const int MostErrorLines = 8;
    private readonly BlockingCollection<string> _lines = [];
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly Process _process = new();

    /// <param name="host">The dotnet host.</param>
    /// <param name="arguments">What it runs.</param>
    /// <param name="store">The address of a store with its password, which everybody could read among the arguments; null where there is none.</param>
    public CoordinatorProcess(string host, string[] arguments, string? store)
    {
        _process.StartInfo = new ProcessStartInfo(host, string.Join(" ", arguments.Select(Quote)))
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        HideBuildVariables(_process.StartInfo);
        if (store is not null)
        {
            _process.StartInfo.Environment[StudySettings.Store.Variable] = store;
        }

        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => TakeError(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Gets the command line, for logs.</summary>
    public string Description => $"{_process.StartInfo.FileName} {_process.StartInfo.Arguments}";

    public bool HasEnded => _process.HasExited;

    public int ExitCode => _process.HasExited ? _process.ExitCode : -1;

    /// <summary>Gets the last lines of the standard error, for the message about an unexpected end.</summary>
    public string LastErrors => string.Join(" | ", _errors);

    /// <summary>Takes the next line, waiting a while for it.</summary>
    public bool TryTake(TimeSpan wait, out string line)
    {
        if (_lines.TryTake(out line!, wait))
        {
            return true;
        }

        // Nothing waits any more once the output is closed; the process itself may live a moment longer.
        if (_lines.IsCompleted && wait > TimeSpan.Zero)
        {
            Thread.Sleep(5);
        }

        return false;
    }

    /// <summary>Asks the coordinator to stop, store and leave.</summary>
    public void CloseInput()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It left by itself in the same moment.
        }
    }

    /// <summary>Ends the coordinator and everything it started.</summary>
    public void Kill()
    {
        try
        {
            // netstandard2.0 has no Kill(entireProcessTree), the runtimes that MSBuild runs on do, .NET Framework excepted.
            System.Reflection.MethodInfo? killTree = typeof(Process).GetMethod("Kill", [typeof(bool)]);
            if (killTree is null)
            {
                _process.Kill();
            }
            else
            {
                killTree.Invoke(_process, [true]);
            }
        }
        catch (Exception error) when (error is InvalidOperationException or System.Reflection.TargetInvocationException)
        {
            // It left by itself in the same moment.
        }
    }

    /// <summary>Waits for lines still in the pipe, but not for their end: a process that a trial left behind may hold the pipe open.</summary>
    public void Drain()
    {
        Stopwatch clock = Stopwatch.StartNew();
        while (!_lines.IsAddingCompleted && clock.ElapsedMilliseconds < 500)
        {
            Thread.Sleep(5);
        }
    }

    public void Dispose()
    {
        CloseInput();
        if (!_process.HasExited && !_process.WaitForExit(1000))
        {
            Kill();
        }

        _process.Dispose();
    }

    // Trials may call dotnet themselves, which must not take this build for theirs.
    private static void HideBuildVariables(ProcessStartInfo start)
    {
        string[] names = [.. start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))];
        foreach (string name in names.Where(name => !string.Equals(name, "MSBUILDDISABLENODEREUSE", StringComparison.OrdinalIgnoreCase)))
        {
            start.Environment.Remove(name);
        }
    }

    private static string Quote(string argument)
    {
        if (argument.Length > 0 && argument.IndexOfAny([' ', '\t', '"']) < 0)
        {
            return argument;
        }

        // Backslashes count only before a quotation mark, and there each one twice.
        StringBuilder quoted = new("\"");
        int backslashes = 0;
        foreach (char letter in argument)
        {
            if (letter == '\\')
            {
                backslashes++;
                continue;
            }

            quoted.Append('\\', letter == '"' ? (2 * backslashes) + 1 : backslashes).Append(letter);
            backslashes = 0;
        }

        return quoted.Append('\\', 2 * backslashes).Append('"').ToString();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            _lines.CompleteAdding();
        }
        else
        {
            _lines.Add(line);
        }
    }

    private void TakeError(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        _errors.Enqueue(line!);
        while (_errors.Count > MostErrorLines && _errors.TryDequeue(out _))
        {
            // Only the last lines are kept.
        }
    }
}
