namespace Hypermax.Execution.Logs;

/// <summary>Splits a stream of prints at a mark that says where the output of a trial ends.</summary>
/// <remarks>Used by one reading thread.</remarks>
internal sealed class MarkedOutput
{
    private byte[] _held = [];

    /// <summary>Passes on what stands before the mark, holding back what may be the beginning of it.</summary>
    /// <param name="bytes">What was read.</param>
    /// <param name="mark">The mark; empty for none.</param>
    /// <param name="log">Receives the output of the trial.</param>
    /// <param name="rest">What stands behind the mark, when it was found.</param>
    /// <returns>Whether the mark was found.</returns>
    public bool Feed(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> mark, TrialLog log, out byte[] rest)
    {
        rest = [];
        ReadOnlySpan<byte> all = _held.Length == 0 ? bytes : [.. _held, .. bytes];
        _held = [];
        int found = mark.IsEmpty ? -1 : all.IndexOf(mark);
        if (found >= 0)
        {
            log.Write(all[..found]);
            rest = all[(found + mark.Length)..].ToArray();
            return true;
        }

        int hold = PossibleStart(all, mark);
        log.Write(all[..hold]);
        _held = all[hold..].ToArray();
        return false;
    }

    private static int PossibleStart(ReadOnlySpan<byte> all, ReadOnlySpan<byte> mark)
    {
        int from = Math.Max(0, all.Length - mark.Length + 1);
        while (from < all.Length && !mark.StartsWith(all[from..]))
        {
            from++;
        }

        return Math.Min(from, all.Length);
    }
}
