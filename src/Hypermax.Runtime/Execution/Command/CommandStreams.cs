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
        Task output = OnThread(() => Read(child.Process.StandardOutput.BaseStream, bytes =>
        {
            notes.Sign();
            log.Write(bytes.Span);
            scanner.Feed(bytes.Span);
        }));
        Task error = OnThread(() => Read(child.Process.StandardError.BaseStream, bytes =>
        {
            notes.Sign();
            errors.Feed(bytes.Span);
        }));
        _ = OnThread(() => Write(child.Process.StandardInput.BaseStream, input, keepsInputOpen));
        return Task.WhenAll(output, error);
    }

    /// <summary>Closes the input of a program.</summary>
    public static void CloseInput(ChildProcess child)
    {
        try
        {
            child.Process.StandardInput.Close();
        }
        catch (IOException)
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
            }
            catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException)
            {
                // The program is gone, or does not read what it is given; both are its own business.
            }

            done.TrySetResult();
        })
        { IsBackground = true, Name = "Hypermax command stream" }.Start();
        return done.Task;
    }

    private static void Read(Stream stream, Action<ReadOnlyMemory<byte>> take)
    {
        byte[] buffer = new byte[64 * 1024];
        while (stream.Read(buffer) is > 0 and int count)
        {
            take(buffer.AsMemory(0, count));
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
