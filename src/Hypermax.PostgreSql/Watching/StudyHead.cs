namespace Hypermax.PostgreSql.Watching;

/// <summary>How a study of a database stands, without its records.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Seq">The place of its last record.</param>
/// <param name="Workers">Who searches it, for people, or null.</param>
/// <param name="Label">The text of its label; empty where there is none.</param>
internal sealed record StudyHead(long Id, int Seq, string? Workers, string Label);
