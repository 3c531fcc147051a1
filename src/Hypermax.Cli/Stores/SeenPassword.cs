using Hypermax.PostgreSql.Connecting;

namespace Hypermax.Stores;

/// <summary>Warns of passwords that stand on a command line.</summary>
internal static class SeenPassword
{
    /// <summary>Says so once, when one of the addresses has a password.</summary>
    /// <param name="addresses">Addresses of databases, or paths of folders.</param>
    /// <param name="errors">Takes the warning.</param>
    /// <exception cref="FormatException">One looks like an address and cannot be read.</exception>
    public static void Warn(IEnumerable<string> addresses, TextWriter errors)
    {
        if (addresses.Any(address => PostgresAddress.Is(address) && PostgresAddress.Parse(address, _ => null).HasPassword))
        {
            errors.WriteLine(
                "hypermax: everybody on this machine can read a password on a command line; put it into ~/.pgpass or the file that PGPASSFILE names.");
        }
    }
}
