using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Hypermax.PostgreSql;
using Hypermax.Storage;

namespace Hypermax.PostgresBench;

/// <summary>A process with some workers, each with a store of its own; it says which trials it has told.</summary>
internal sealed class Team : IDisposable
{
    private const string Ready = "ready";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private readonly Process _process;
    private readonly ConcurrentQueue<int> _told = new();
    private readonly ManualResetEventSlim _isReady = new();
    private readonly Task _reading;

    private Team(Process process)
    {
        _process = process;
        _reading = Task.Factory.StartNew(Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Gets the trials that were told, as far as is known.</summary>
    public IReadOnlyCollection<int> Told => _told;

    /// <summary>Gets whether the process has ended and all it said was read.</summary>
    public bool HasEnded => _reading.IsCompleted;

    public static Team Start(string address, string study, int workers, int trials) => new(Process.Start(new ProcessStartInfo(
        "dotnet",
        [typeof(Team).Assembly.Location, address, "work", study, workers.ToString(CultureInfo.InvariantCulture), trials.ToString(CultureInfo.InvariantCulture)])
    {
        RedirectStandardInput = true, RedirectStandardOutput = true,
    })!);

    /// <summary>What such a process does: it opens its stores, says so, and works when it is told to.</summary>
    public static void Work(string address, string study, int workers, int trials)
    {
        PostgresOptions options = new() { Lease = TimeSpan.FromSeconds(10) };
        IStudyStore[] stores = [.. Enumerable.Range(0, workers).Select(_ => Open(address, study, options))];
        Console.WriteLine(Ready);
        if (Console.ReadLine() is null)
        {
            // Whoever started it has ended.
            return;
        }

        Thread[] threads = [.. stores.Select(store => new Thread(() => Empty.Work(store, trials, told => Console.WriteLine(told))))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Array.ForEach(stores, store => store.Dispose());
    }

    public void WaitUntilReady() => _isReady.Wait(Longest);

    public void Go() => _process.StandardInput.WriteLine();

    /// <summary>Ends the process at once, as the end of a machine would.</summary>
    public void Kill()
    {
        _process.Kill();
        WaitForEnd();
    }

    public void WaitForEnd()
    {
        if (!_reading.Wait(Longest))
        {
            throw new TimeoutException($"A team of workers has not ended within {Longest.TotalMinutes} minutes.");
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        _isReady.Dispose();
    }

    // A connection may be cut while it is opened, or a busy server may answer late.
    private static IStudyStore Open(string address, string study, PostgresOptions options)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return Empty.Open(address, study, options);
            }
            catch (PostgresStoreException) when (attempt < 20)
            {
                Thread.Sleep(100);
            }
        }
    }

    private void Read()
    {
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            if (line == Ready)
            {
                _isReady.Set();
            }
            else if (int.TryParse(line, CultureInfo.InvariantCulture, out int number))
            {
                _told.Enqueue(number);
            }
        }
    }
}
