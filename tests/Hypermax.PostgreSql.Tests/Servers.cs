using Hypermax.TestSupport;

namespace Hypermax.PostgreSql.Tests;

/// <summary>The server of all tests that leave it as it is; started by the first one and stopped when the tests have ended.</summary>
internal static class Servers
{
    private static readonly Lazy<PostgresServer> Started = new(() => PostgresServer.Start("-c max_connections=200"));

    private static int _count;

    public static PostgresServer Shared => Started.Value;

    /// <summary>Gets a name that no other study has.</summary>
    public static string NextName(string prefix = "study") => FormattableString.Invariant($"{prefix} {Interlocked.Increment(ref _count)}");
}
