using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;

namespace Hypermax.Hosting.Tests.Sample;

/// <summary>The sample as a process in a folder of its own.</summary>
internal sealed class SampleProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly bool _ownsFolder;

    /// <summary>Starts the sample.</summary>
    /// <param name="environment">What its environment says besides.</param>
    public SampleProcess(params (string Name, string Value)[] environment)
        : this(before: null, environment)
    {
    }

    /// <summary>Starts the sample where another left off.</summary>
    /// <param name="before">One that has ended, whose folder this one takes over; null for none.</param>
    /// <param name="environment">What its environment says besides.</param>
    public SampleProcess(SampleProcess? before, params (string Name, string Value)[] environment)
    {
        _ownsFolder = before is null;
        string sample = typeof(SampleProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == "Sample").Value!;
        Folder = before?.Folder ?? Directory.CreateTempSubdirectory("hypermax-sample-").FullName;
        File.Copy(Path.Combine(Path.GetDirectoryName(sample)!, "appsettings.json"), Path.Combine(Folder, "appsettings.json"), overwrite: true);
        ProcessStartInfo start = new("dotnet", [sample, "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += Take;
        _process.ErrorDataReceived += Take;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Folder { get; }

    public IReadOnlyList<string> Lines => [.. _lines];

    public async Task<string> ShowsAsync(string part)
    {
        Stopwatch waited = Stopwatch.StartNew();
        while (waited.Elapsed < TimeSpan.FromMinutes(1))
        {
            if (Lines.FirstOrDefault(line => line.Contains(part, StringComparison.Ordinal)) is { } line)
            {
                return line;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"'{part}' never came:\n{string.Join('\n', Lines.TakeLast(30))}");
    }

    /// <summary>Asks the process to end, as Ctrl-C does.</summary>
    public void Interrupt()
    {
        using Process kill = Process.Start("kill", ["-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Ends the process as a crash does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public async Task<int> EndsAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private void Take(object sender, DataReceivedEventArgs received)
    {
        if (received.Data is { } line)
        {
            _lines.Enqueue(line);
        }
    }
}
