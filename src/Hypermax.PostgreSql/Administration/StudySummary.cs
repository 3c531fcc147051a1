namespace Hypermax.PostgreSql.Administration;

/// <summary>A study of a database in figures.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Created">When it began, by the clock of the database.</param>
/// <param name="Finished">How many trials have ended.</param>
/// <param name="Running">How many run, or wait for somebody.</param>
/// <param name="Workers">How many are at work: not those whose lease is over, or whose processes on this machine have ended.</param>
/// <param name="Silent">How many of them gave no sign of life for half their lease, twice as long as one takes.</param>
/// <param name="Records">How many records it has.</param>
internal sealed record StudySummary(string Name, DateTimeOffset Created, long Finished, long Running, long Workers, long Silent, long Records);
