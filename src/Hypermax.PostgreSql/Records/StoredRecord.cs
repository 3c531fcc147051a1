namespace Hypermax.PostgreSql.Records;

/// <summary>A record as it lies in the database.</summary>
/// <param name="Seq">Its place in the study, from 1.</param>
/// <param name="Line">The line of the journal, without its line feed.</param>
internal readonly record struct StoredRecord(int Seq, byte[] Line);
