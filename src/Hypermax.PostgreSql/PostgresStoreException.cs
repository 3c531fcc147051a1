namespace Hypermax.PostgreSql;

/// <summary>A study in a database cannot be opened, read or added to; the message names the database, what is wrong and what to do, and no password.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="inner">What went wrong underneath, or null.</param>
public sealed class PostgresStoreException(string message, Exception? inner = null) : IOException(message, inner)
{
    /// <summary>Gets whether others use the study in a way that what was asked for is refused; nothing failed.</summary>
    internal bool IsConflict { get; init; }
}
