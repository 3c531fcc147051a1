namespace Hypermax.TestSupport;

/// <summary>A test that needs a PostgreSQL server, which is started on the loopback interface.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = SkipReason;

    /// <summary>Gets why such tests are skipped, or null when they run.</summary>
    public static string? SkipReason => Programs.SkipReason(
        PostgresServer.Programs is not null ? null : "There is no PostgreSQL server below /usr/lib/postgresql (apt-get install postgresql).");
}
