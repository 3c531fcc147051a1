using System.Text;
using Hypermax.Execution.Logs;

namespace Hypermax.Execution.Command;

/// <summary>Moves bytes between a program and us, on threads of their own so that a busy pool cannot stall a full pipe.</summary>
internal static class CommandStreams
{
    /// <summary>Feeds the input and reads both outputs until they end.</summary>
    /// <returns>The task that ends when everything has been read.</returns>
    public static Task Pump(ChildProcess child, TrialLog log, ErrorOutput errors, TrialNotes notes, ResultScanner scanner, string input, bool keepsInputOpen)
    {
        // One after the other would deadlock with a program that fills one pipe while we wait for the other.
        OutputText text = new();
        KeyedOutput? keyed = scanner.Key is { } key ? new KeyedOutput(key, log) : null;
        Task output = OnThread(() =>
        {
            Read(child.Process.StandardOutput.BaseStream, notes, bytes =>
            {
                notes.Sign();
                Print(text.Convert(bytes));
            });
            Print(text.Finish());
        });
        Task error = OnThread(() => Read(child.Process.StandardError.BaseStream, notes, bytes =>
        {
            if (errors.Feed(bytes.Span))
            {
                notes.Sign();
            }
        }));
        _ = OnThread(() => Write(child.Process.StandardInput.BaseStream, input, keepsInputOpen));
        return Task.WhenAll(output, error);

        void Print(ReadOnlyMemory<byte> printed)
        {
            if (keyed is null)
            {
                log.Write(printed.Span);
            }
            else
            {
                keyed.Feed(printed.Span);
            }

            scanner.Feed(printed.Span);
        }
    }

    /// <summary>Closes the input of a program.</summary>
    public static void CloseInput(ChildProcess child)
    {
        try
        {
            child.Process.StandardInput.Close();
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The program is gone.
        }
    }

    private static Task OnThread(Action action)
    {
        TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                action();
                done.TrySetResult();
            }
            catch (Exception)
            {
                // The program is gone, or does not read what it is given; both are its own business. No exception of any
                // kind may leave a thread of ours: it would end the search.
                done.TrySetResult();
            }
        })
        { IsBackground = true, Name = "Hypermax command stream" }.Start();
        return done.Task;
    }

    // Whatever comes, it is read to its end: a program blocks on a pipe that nobody empties.
    private static void Read(Stream stream, TrialNotes notes, Action<ReadOnlyMemory<byte>> take)
    {
        byte[] buffer = new byte[64 * 1024];
        while (stream.Read(buffer) is > 0 and int count)
        {
            try
            {
                take(buffer.AsMemory(0, count));
            }
            catch (Exception error)
            {
                notes.SetAttribute("unreadOutput", error.Message);
            }
        }
    }

    private static void Write(Stream stream, string input, bool keepsOpen)
    {
        stream.Write(Encoding.UTF8.GetBytes(input));
        stream.Flush();
        if (!keepsOpen)
        {
            stream.Dispose();
        }
    }
}
