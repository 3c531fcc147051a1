using System.Net.Sockets;
using Npgsql;

namespace Hypermax.PostgreSql.Connecting;

/// <summary>What errors of a server mean: whether they pass by themselves, and what to say of those that do not.</summary>
internal static class ServerTrouble
{
    private const string IdleInTransaction = "25P03";
    private const string IdleSession = "57P05";

    /// <summary>Tells whether an error passes: a cut connection, a server that restarts or recovers, a full disk that somebody makes room on.</summary>
    public static bool IsPassing(Exception error) => error switch
    {
        PostgresException server => server.SqlState is
            PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or IdleInTransaction or IdleSession or PostgresErrorCodes.QueryCanceled
            or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.IoError
            || server.SqlState.StartsWith("08", StringComparison.Ordinal) || server.SqlState.StartsWith("53", StringComparison.Ordinal),
        NpgsqlException or SocketException or TimeoutException => true,
        IOException => !IsOurs(error),
        _ => false,
    };

    /// <summary>Tells whether the server is there, and only not ready just now.</summary>
    public static bool IsAnswer(Exception error) => error is PostgresException;

    /// <summary>Tells whether an error can be that of a database at all.</summary>
    public static bool IsOfServer(Exception error) => error is NpgsqlException or SocketException or TimeoutException
        || (error is IOException && !IsOurs(error));

    // What is said about a study is not said by its server, and does not pass.
    private static bool IsOurs(Exception error) => error is PostgresStoreException or JournalFormatException;

    /// <summary>Says what is wrong and what to do.</summary>
    public static PostgresStoreException Explain(Exception error, PostgresAddress address)
    {
        string text = error switch
        {
            PostgresException server => OfServer(server, address),
            NpgsqlException when IsPassword(error) =>
                $"The server {address.Server} asks user '{address.User}' for a password, and none was given. {PasswordRemedy(address)}",
            _ => $"The server {address.Server} cannot be reached: {Sentence(Innermost(error).Message)} "
                + "Start it, or correct the host and the port in the address.",
        };
        return new PostgresStoreException(text, error);
    }

    private static string OfServer(PostgresException error, PostgresAddress address) => error.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"The server {address.Server} does not let user '{address.User}' in: {Sentence(error.MessageText)} {PasswordRemedy(address)}",
        PostgresErrorCodes.InvalidCatalogName =>
            $"The server {address.Server} has no database '{address.Database}'. "
            + $"Create it, for example with 'createdb {address.Database}', or name another one.",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"User '{address.User}' may not do this in database '{address.Database}' of {address.Server}: {Sentence(error.MessageText)} "
            + "Grant what docs/guide/postgres.md lists, or ask as another user.",
        PostgresErrorCodes.ReadOnlySqlTransaction =>
            $"Database '{address.Database}' of {address.Server} can only be read: {Sentence(error.MessageText)} "
            + "Name the primary server, or ask as a user whose transactions may write.",
        PostgresErrorCodes.DiskFull =>
            $"The server {address.Server} has no room left: {Sentence(error.MessageText)} Trials told before are safe; free space on its disk and go on.",
        _ => $"Database '{address.Database}' of {address.Server} says: {Sentence(error.MessageText)} (SQLSTATE {error.SqlState}).",
    };

    private static string PasswordRemedy(PostgresAddress address) =>
        $"Put a line 'host:port:{address.Database}:{address.User}:password' into ~/.pgpass or the file that PGPASSFILE names, or set PGPASSWORD.";

    private static bool IsPassword(Exception error) => error.Message.Contains("No password", StringComparison.OrdinalIgnoreCase);

    private static Exception Innermost(Exception error) => error.InnerException is { } inner ? Innermost(inner) : error;

    private static string Sentence(string text) => text.ReplaceLineEndings(" ").TrimEnd('.', ' ') + ".";
}
