namespace Hypermax.Storage.Journal;

/// <summary>A line of a journal that is torn or was changed.</summary>
/// <param name="Line">The number of the line, from 1.</param>
/// <param name="Position">Where it starts, in bytes from the start of the file.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="IsEnd">Whether it is the end of the file, as after a crash in the middle of a write.</param>
public sealed record DamagedLine(int Line, long Position, long Length, bool IsEnd)
{
    /// <inheritdoc/>
    public override string ToString() => IsEnd
        ? FormattableString.Invariant($"the last record was cut off in the middle of its write (line {Line}, byte {Position}, {Length} bytes); it is passed over")
        : FormattableString.Invariant($"the record at line {Line}, byte {Position} ({Length} bytes) is damaged; it is passed over, the others are used");
}
