namespace Hypermax.Execution.Watchdogs;

/// <summary>Asks a vendor's tool how much GPU memory processes use.</summary>
public interface IGpuProbe
{
    /// <summary>Tells whether the tool exists and answers on this machine.</summary>
    /// <param name="reason">Why not, in words, when it does not.</param>
    bool IsAvailable(out string reason);

    /// <summary>Gets the GPU memory in use by process id, in bytes; empty when the tool does not answer.</summary>
    /// <param name="cancellation">Cancelled when nobody waits for the answer any more.</param>
    Task<IReadOnlyDictionary<int, long>> ReadAsync(CancellationToken cancellation);
}
