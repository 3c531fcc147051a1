using System.Globalization;
using Hypermax.ProcessTable;
using Microsoft.Win32.SafeHandles;

namespace Hypermax.Execution.Watchdogs;

/// <summary>One process of a tree on Linux, with its files in /proc kept open: opening them is what made watching expensive.</summary>
/// <param name="id">The process id.</param>
/// <param name="started">When it began, in ticks since the machine did.</param>
internal sealed class FollowedProcess(int id, long started) : IDisposable
{
    private SafeFileHandle? _stat;
    private SafeFileHandle? _storage;

    /// <summary>Gets when the process began.</summary>
    public long Started => started;

    /// <summary>Reads its figures.</summary>
    /// <returns>Whether it still lives.</returns>
    public bool TryRead(out ProcStat stat)
    {
        Span<byte> buffer = stackalloc byte[1024];
        stat = default;
        _stat ??= ProcFile.TryOpen(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
        return _stat is not null
            && ProcStat.TryReadText(buffer[..ProcFile.Read(_stat, buffer)], out stat)
            && stat.Started == started
            && stat.IsAlive;
    }

    /// <summary>Adds what it read from storage and wrote to it since it began.</summary>
    public void AddStorage(ref long read, ref long written)
    {
        Span<byte> buffer = stackalloc byte[512];
        _storage ??= ProcFile.TryOpen(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/io"));
        ReadOnlySpan<byte> text = _storage is null ? default : buffer[..ProcFile.Read(_storage, buffer)];
        read += ProcFile.NumberAfter(text, "\nread_bytes:"u8);
        written += ProcFile.NumberAfter(text, "\nwrite_bytes:"u8);
    }

    public void Dispose()
    {
        _stat?.Dispose();
        _storage?.Dispose();
    }
}
