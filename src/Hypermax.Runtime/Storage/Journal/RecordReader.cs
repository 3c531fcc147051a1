namespace Hypermax.Storage.Journal;

/// <summary>Takes a sound record of a journal.</summary>
/// <param name="record">The record, without the end of its line.</param>
/// <param name="line">The number of its line, from 1.</param>
/// <returns>Why it does not belong to the study, or null when it was used.</returns>
internal delegate string? RecordReader(ReadOnlyMemory<byte> record, int line);
