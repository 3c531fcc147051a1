using System.Buffers;
using System.Text;
using System.Text.Json;
using Hypermax.Worker.Unix;

namespace Hypermax.Worker.Protocol;

/// <summary>The private pipe to the coordinator: one JSON object a line in both directions.</summary>
/// <remarks>
/// The process is started with the protocol on its standard input and output. Before any user code runs they are moved to
/// descriptors of our own, standard input becomes empty and standard output becomes standard error, so that nothing a
/// trial prints, reads or passes on to its children can touch the protocol. Every line begins with a key that only the
/// coordinator and this object know, so that what user code writes to a descriptor it does not own is no message.
/// Sending is safe from several threads.
/// </remarks>
internal sealed class Channel : IDisposable
{
    private readonly StreamReader _input;
    private readonly Stream _output;
    private readonly Stream _log;
    private readonly byte[] _key;
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly object _gate = new();

    private Channel(Stream input, Stream output, Stream log)
    {
        _input = new StreamReader(input);
        _output = output;
        _log = log;
        _key = Encoding.ASCII.GetBytes(ReadLine() ?? string.Empty);
    }

    /// <summary>Takes over the standard streams and reads the key, which is the first line of the input.</summary>
    public static Channel Open()
    {
        if (OperatingSystem.IsWindows())
        {
            // A raw handle of ours; the user's prints go to standard error through the replaced writer.
            Channel channel = new(Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.OpenStandardError());
            Console.SetOut(Console.Error);
            Console.SetIn(TextReader.Null);
            return channel;
        }

        Session.Begin();
        (Stream input, Stream output, Stream log) = Descriptors.TakeStandardStreams();
        return new Channel(input, output, log);
    }

    /// <summary>Reads the next command, or null when the coordinator has closed its end.</summary>
    public string? ReadLine()
    {
        try
        {
            return _input.ReadLine();
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Sends one message.</summary>
    /// <param name="write">Writes one JSON value.</param>
    public void Send(Action<Utf8JsonWriter> write)
    {
        lock (_gate)
        {
            _buffer.ResetWrittenCount();
            _buffer.Write(_key);
            using (Utf8JsonWriter writer = new(_buffer))
            {
                write(writer);
            }

            _buffer.Write("\n"u8);
            try
            {
                _output.Write(_buffer.WrittenSpan);
                _output.Flush();
            }
            catch (Exception error) when (error is IOException or ObjectDisposedException)
            {
                // The coordinator is gone; the end of input tells the command loop so.
            }
        }
    }

    /// <summary>Marks the end of a trial's output in the stream of prints, so that the coordinator knows which trial printed what.</summary>
    /// <param name="mark">A line that no trial prints by accident.</param>
    public void EndOutput(string mark)
    {
        Prints.Settle();
        try
        {
            // Not through the console: whatever the trial did to that, the mark arrives.
            _log.Write(Encoding.ASCII.GetBytes(mark));
            _log.Flush();
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // Nobody reads it any more.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _input.Dispose();
        _output.Dispose();
        _log.Dispose();
    }
}
