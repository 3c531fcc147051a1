using System.Security.Cryptography;
using System.Text;

namespace Hypermax.Execution.WorkerProcess;

/// <summary>What every message of one worker begins with; told to it before any user code runs, so that nobody else can write one.</summary>
internal sealed class WorkerKey
{
    private readonly byte[] _key = Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(32, lowercase: true));

    /// <summary>Gets the first line for the worker's input.</summary>
    public byte[] Line => [.. _key, (byte)'\n'];

    /// <summary>Finds the message in a line; bytes of somebody else may stand before it.</summary>
    /// <returns>Whether there is one.</returns>
    public bool TryFind(ReadOnlyMemory<byte> line, out ReadOnlyMemory<byte> message)
    {
        int at = line.Span.IndexOf(_key);
        message = at < 0 ? default : line[(at + _key.Length)..];
        return at >= 0;
    }
}
