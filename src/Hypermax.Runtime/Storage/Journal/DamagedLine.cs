namespace Hypermax.Storage.Journal;

/// <summary>A line of a journal that is torn, was changed, or does not belong to the study.</summary>
/// <param name="Line">The number of the line, from 1.</param>
/// <param name="Position">Where it starts, in bytes from the start of the file.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="IsEnd">Whether it is the end of the file, as after a crash in the middle of a write.</param>
public sealed record DamagedLine(int Line, long Position, long Length, bool IsEnd)
{
    /// <summary>Gets why a record that is whole and unchanged is not used, such as a point of another space; null for a damaged one.</summary>
    public string? Misfit { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Misfit is not null
        ? FormattableString.Invariant(
            $"the record at line {Line}, byte {Position} ({Length} bytes) does not belong to this study: {Misfit}; it is passed over, the others are used")
        : IsEnd
            ? FormattableString.Invariant(
                $"the last record was cut off in the middle of its write (line {Line}, byte {Position}, {Length} bytes); it is passed over")
            : FormattableString.Invariant($"the record at line {Line}, byte {Position} ({Length} bytes) is damaged; it is passed over, the others are used");
}
