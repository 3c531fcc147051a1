using System.Globalization;
using Hypermax.PostgreSql.Connecting;
using Npgsql;

namespace Hypermax.PostgresBench;

/// <summary>The processor time of all processes of a server on this machine.</summary>
internal static class ServerTime
{
    // A hundredth of a second, on every Linux that there is.
    private const double Tick = 0.01;

    /// <summary>Gets the seconds up to now; NaN where the server is on another machine.</summary>
    public static double Seconds(string address)
    {
        using NpgsqlConnection connection = PostgresAddress.Parse(address).Connect();
        using NpgsqlCommand command = new("select pg_backend_pid()", connection);
        int backend = (int)command.ExecuteScalar()!;
        if (Read(backend) is not { Parent: var postmaster } || Read(postmaster) is not { } main)
        {
            return double.NaN;
        }

        // Those that have ended count for their parent.
        long ticks = main.Own + main.OfEnded;
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int id) && Read(id) is { } process && process.Parent == postmaster)
            {
                ticks += process.Own;
            }
        }

        return ticks * Tick;
    }

    private static (int Parent, long Own, long OfEnded)? Read(int id)
    {
        try
        {
            string text = File.ReadAllText(FormattableString.Invariant($"/proc/{id}/stat"));
            string[] parts = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return (int.Parse(parts[1], CultureInfo.InvariantCulture), Sum(parts, 11), Sum(parts, 13));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long Sum(string[] parts, int first) =>
        long.Parse(parts[first], CultureInfo.InvariantCulture) + long.Parse(parts[first + 1], CultureInfo.InvariantCulture);
}
