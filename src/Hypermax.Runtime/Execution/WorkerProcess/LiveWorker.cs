using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Hypermax.Execution.Logs;

namespace Hypermax.Execution.WorkerProcess;

/// <summary>One running worker: its pipe, its prints and its end. Runs one trial at a time.</summary>
internal sealed class LiveWorker : IAsyncDisposable
{
    private const int StartAttempts = 3;
    private const int KilledExitCode = 128 + Watchdogs.Signals.KillSignal;

    private static readonly TimeSpan LeavePatience = TimeSpan.FromSeconds(3);

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly object _sending = new();
    private readonly TaskCompletionSource<IReadOnlyList<WorkerObjective>> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _printed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly MarkedOutput _prints = new();
    private readonly WorkerKey _key = new();
    private volatile WorkerExchange? _exchange;
    private volatile TrialLog _idleLog = new(null, 0);
    private long _lastId;
    private volatile bool _isKilled;
    private volatile string? _confusion;

    private LiveWorker(ChildProcess child)
    {
        Child = child;
        Write(_key.Line);
        new Thread(ReadProtocol) { IsBackground = true, Name = "Hypermax worker protocol" }.Start();
        new Thread(ReadPrints) { IsBackground = true, Name = "Hypermax worker prints" }.Start();
    }

    public ChildProcess Child { get; }

    /// <summary>Gets the objectives the worker offers.</summary>
    public IReadOnlyList<WorkerObjective> Objectives { get; private set; } = [];

    /// <summary>Gets how many trials were begun.</summary>
    public int Trials => (int)Volatile.Read(ref _lastId);

    /// <summary>Gets whether it can run another trial: its pipe stands and nobody has ended it, which the pipe tells a moment later.</summary>
    public bool IsAlive => !_isKilled && !_closed.Task.IsCompleted;

    /// <summary>Starts a worker and waits until it is ready; one that somebody kills meanwhile is started again.</summary>
    /// <exception cref="ExecutorException">It cannot be started, refuses, or is not ready in time.</exception>
    public static async Task<LiveWorker> StartAsync(WorkerCommand command, WorkerOptions options, int slot, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            LiveWorker worker = new(Launch(command, options, slot));
            try
            {
                worker.Objectives = await worker._ready.Task.WaitAsync(
                    options.StartTimeout < LongWaits.Longest ? options.StartTimeout : LongWaits.Longest, cancellation).ConfigureAwait(false);
                return worker;
            }
            catch (TimeoutException error)
            {
                await worker.DisposeAsync().ConfigureAwait(false);
                throw new ExecutorException(
                    FormattableString.Invariant(
                        $"The worker process was not ready within {options.StartTimeout.TotalSeconds} s. Its last words: {worker.LastWords()}"),
                    error);
            }
            catch (ExecutorException) when (attempt < StartAttempts && !cancellation.IsCancellationRequested)
            {
                bool wasKilled = await worker.WasKilledAsync().ConfigureAwait(false);
                await worker.DisposeAsync().ConfigureAwait(false);
                if (!wasKilled)
                {
                    throw;
                }
            }
            catch
            {
                await worker.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }
    }

    /// <summary>Hands a trial to the worker.</summary>
    public WorkerExchange Begin(string objective, TrialJob job, TrialNotes notes, TrialLog log)
    {
        long id = ++_lastId;
        string mark = $"\u001e{Guid.NewGuid():N}\n";
        WorkerExchange exchange = new(id, notes, log, Encoding.ASCII.GetBytes(mark));
        _exchange = exchange;

        // Between this and the readers, either we see that they have ended or they see the exchange.
        Interlocked.MemoryBarrier();
        if (_closed.Task.IsCompleted)
        {
            exchange.End(null);
        }

        if (_printed.Task.IsCompleted)
        {
            exchange.EndPrints();
        }

        Send(writer => WorkerMessages.WriteTrial(writer, id, objective, job, mark));
        return exchange;
    }

    /// <summary>Tells the worker to prune or cancel its trial.</summary>
    public void Signal(WorkerExchange exchange, string op) => Send(writer => WorkerMessages.WriteSignal(writer, exchange.Id, op));

    /// <summary>Ends the worker and all it started, at once.</summary>
    public int Kill()
    {
        _isKilled = true;
        return Child.Tree.Kill();
    }

    /// <summary>Describes how the process ended by itself.</summary>
    public async Task<string> DescribeEndAsync()
    {
        if (!await Child.WaitAsync(LeavePatience).ConfigureAwait(false))
        {
            return "closed its pipe without ending";
        }

        if (_confusion is not null)
        {
            return $"sent what is no message of its protocol, so it was ended ({_confusion})";
        }

        return $"ended by itself with {ExitText.Describe(Child.Process.ExitCode)}";
    }

    /// <summary>Asks the worker to leave by closing its input; ends it after a moment if it does not, and whatever it left.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            Child.Process.StandardInput.Close();
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // It is gone already.
        }

        await Child.WaitAsync(LeavePatience).ConfigureAwait(false);
        Kill();
        await Child.WaitAsync(LeavePatience).ConfigureAwait(false);
        Child.Dispose();
    }

    private static ChildProcess Launch(WorkerCommand command, WorkerOptions options, int slot)
    {
        ProcessStartInfo start = new(command.FileName, command.Arguments) { WorkingDirectory = command.WorkingDirectory ?? string.Empty };
        IEnumerable<KeyValuePair<string, string?>> variables = options.SlotEnvironment is { } more
            ? command.Environment.Concat(more(slot))
            : command.Environment;
        foreach ((string name, string? value) in variables)
        {
            start.Environment[name] = value;
        }

        try
        {
            return ChildProcess.Start(start, slot);
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new ExecutorException(
                $"The worker process cannot be started: '{command.FileName}': {error.Message}. Check the path of the dotnet host.", error);
        }
    }

    // A worker says why it does not want to work; one that was killed from outside, as the system does when memory is short, says nothing.
    private async Task<bool> WasKilledAsync() => await Child.WaitAsync(LeavePatience).ConfigureAwait(false) && Child.Process.ExitCode == KilledExitCode;

    private string LastWords() => _idleLog.Tail(5) is { Length: > 0 } words ? words : "(none)";

    private void Send(Action<Utf8JsonWriter> write)
    {
        lock (_sending)
        {
            _buffer.ResetWrittenCount();
            using (Utf8JsonWriter writer = new(_buffer))
            {
                write(writer);
            }

            _buffer.Write("\n"u8);
            Write(_buffer.WrittenSpan);
        }
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            Stream input = Child.Process.StandardInput.BaseStream;
            input.Write(bytes);
            input.Flush();
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The worker is gone; the reader of its output finds the end of the pipe and says so.
        }
    }

    private void ReadProtocol()
    {
        try
        {
            LineReader lines = new(Child.Process.StandardOutput.BaseStream);
            while (lines.TryRead(out ReadOnlyMemory<byte> line))
            {
                if (!_key.TryFind(line, out ReadOnlyMemory<byte> text))
                {
                    _exchange?.CountForeign(line.Length);
                    continue;
                }

                using JsonDocument message = JsonDocument.Parse(text);
                Receive(message.RootElement, line.Length);
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The pipe is gone with the worker.
        }
        catch (Exception error)
        {
            // A worker that does not keep to the protocol cannot be understood any more. No exception of any kind may leave
            // this thread: it would end the search.
            _confusion = error.Message;
            _idleLog.Write(Encoding.UTF8.GetBytes(error.Message + "\n"));
            Kill();
        }

        _closed.TrySetResult();
        _exchange?.End(null);
        if (!_ready.Task.IsCompleted)
        {
            _ready.TrySetException(new ExecutorException(DescribeFailedStart()));
        }
    }

    private string DescribeFailedStart()
    {
        string how = Child.Process.WaitForExit(LeavePatience) ? $"ended with {ExitText.Describe(Child.Process.ExitCode)}" : "closed its pipe";

        // What it printed comes through another pipe.
        _printed.Task.Wait(LeavePatience);
        return $"The worker process {how} before it was ready. Its last words: {LastWords()}";
    }

    private void Receive(JsonElement message, int length)
    {
        if (message.TryGetProperty("protocol", out _))
        {
            BecomeReady(message);
            return;
        }

        if (_exchange is not { } exchange || message.GetProperty("id").GetInt64() != exchange.Id)
        {
            return;
        }

        exchange.Notes.Count(length);
        if (message.TryGetProperty("begun", out _))
        {
            exchange.Begin();
        }
        else if (message.TryGetProperty("report", out JsonElement report))
        {
            if (exchange.Notes.Report(WorkerMessages.ReadNumber(report.GetProperty("value")), report.GetProperty("step").GetInt64()))
            {
                Signal(exchange, "prune");
            }
        }
        else if (message.TryGetProperty("metric", out JsonElement metric))
        {
            exchange.Notes.SetMetric(metric.GetString()!, WorkerMessages.ReadNumber(message.GetProperty("value")));
        }
        else if (message.TryGetProperty("constraint", out _))
        {
            exchange.Notes.Constrain(
                new ConstraintValue(WorkerMessages.ReadConstraint(message, "constraint"), WorkerMessages.ReadNumber(message.GetProperty("value"))));
        }
        else if (message.TryGetProperty("attribute", out JsonElement attribute))
        {
            exchange.Notes.SetAttribute(attribute.GetString()!, message.GetProperty("text").GetString()!);
        }
        else
        {
            exchange.End(WorkerOutcome.Read(message, exchange.Notes));
        }
    }

    private void BecomeReady(JsonElement message)
    {
        try
        {
            _ready.TrySetResult(WorkerMessages.ReadReady(message));
        }
        catch (Exception error) when (error is ExecutorException or FormatException or KeyNotFoundException)
        {
            _ready.TrySetException(
                error as ExecutorException ?? new ExecutorException($"The worker's ready line cannot be understood: {error.Message}", error));
        }
    }

    private void ReadPrints()
    {
        byte[] buffer = new byte[64 * 1024];
        try
        {
            Stream prints = Child.Process.StandardError.BaseStream;
            while (prints.Read(buffer) is > 0 and int count)
            {
                Divide(buffer.AsSpan(0, count));
            }
        }
        catch (Exception error)
        {
            // The pipe is gone with the worker.
            _idleLog.Write(Encoding.UTF8.GetBytes(error.Message + "\n"));
        }

        _printed.TrySetResult();
        _exchange?.EndPrints();
    }

    private void Divide(ReadOnlySpan<byte> bytes)
    {
        WorkerExchange? exchange = _exchange;
        if (exchange is null || exchange.Printed.IsCompleted)
        {
            _idleLog.Write(bytes);
            return;
        }

        exchange.Notes.Sign();
        if (_prints.Feed(bytes, exchange.Mark, exchange.Log, out byte[] rest))
        {
            exchange.EndPrints();
            _idleLog.Write(rest);
        }
    }
}
