using System.Globalization;
using Npgsql;

namespace Hypermax.PostgreSql.Connecting;

/// <summary>Where a database is and who asks: a URL, or keys and values, completed by the environment. As a text it never shows a password.</summary>
internal sealed class PostgresAddress
{
    private const string Example = "Write postgres://user@host:port/database, or host=… dbname=… user=….";

    private readonly NpgsqlConnectionStringBuilder _settings;

    private PostgresAddress(NpgsqlConnectionStringBuilder settings) => _settings = settings;

    /// <summary>Gets whether the address itself has a password, which belongs into a file or the environment.</summary>
    public bool HasPassword { get; private init; }

    /// <summary>Gets the name of the database.</summary>
    public string Database => _settings.Database!;

    /// <summary>Gets who asks.</summary>
    public string User => _settings.Username!;

    /// <summary>Gets the server and its port.</summary>
    public string Server => _settings.Host!.StartsWith('/') || _settings.Host.Contains(':', StringComparison.Ordinal)
        ? string.Create(CultureInfo.InvariantCulture, $"{_settings.Host} (port {_settings.Port})")
        : string.Create(CultureInfo.InvariantCulture, $"{_settings.Host}:{_settings.Port}");

    /// <summary>Gets the address as commands take it: with what it takes to reach the server from elsewhere, and without password.</summary>
    public string ForCommands
    {
        get
        {
            string host = _settings.Host!;
            string place = host.Contains(',', StringComparison.Ordinal) ? host
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : Uri.EscapeDataString(host))}:{_settings.Port}");
            bool isUsual = _settings.SslMode == new NpgsqlConnectionStringBuilder().SslMode;
            string mode = isUsual ? string.Empty : $"?sslmode={PostgresKeys.TextOf(_settings.SslMode)}";
            return $"postgres://{Uri.EscapeDataString(User)}@{place}/{Uri.EscapeDataString(Database)}{mode}";
        }
    }

    /// <summary>Tells whether a text names a database: by the scheme of a URL, or by the key of a host or a database.</summary>
    /// <param name="text">An address, or the path of a folder.</param>
    public static bool Is(string text) => IsUrl(text)
        || (text.Contains('=', StringComparison.Ordinal) && AddressText.Pairs(text).Any(pair => PostgresKeys.NamesPlace(pair.Key)));

    /// <summary>Reads an address.</summary>
    /// <param name="text">A URL <c>postgres://user@host:port/database?key=value</c>, or <c>key=value</c> with blanks or semicolons between.</param>
    /// <param name="variable">Gets an environment variable, or null; by default those of this process.</param>
    /// <exception cref="FormatException">It is neither, or has a key that is not known. The message shows no value.</exception>
    public static PostgresAddress Parse(string text, Func<string, string?>? variable = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        NpgsqlConnectionStringBuilder settings = new();
        foreach ((string key, string value) in IsUrl(text) ? AddressText.OfUrl(text) : AddressText.Pairs(text))
        {
            PostgresKeys.Apply(settings, key, value);
        }

        PostgresKeys.Complete(settings, variable ?? Environment.GetEnvironmentVariable);
        PostgresKeys.Fix(settings);
        return new PostgresAddress(settings) { HasPassword = !string.IsNullOrEmpty(settings.Password) };
    }

    /// <summary>Gets the same for those who only watch: a server that does not answer is given up soon, unless the address itself says when.</summary>
    public PostgresAddress ForWatching()
    {
        NpgsqlConnectionStringBuilder settings = new(_settings.ConnectionString) { CommandTimeout = 20 };
        settings.Timeout = settings.ContainsKey("Timeout") && settings.Timeout != new NpgsqlConnectionStringBuilder().Timeout ? settings.Timeout : 3;
        return new PostgresAddress(settings) { HasPassword = HasPassword };
    }

    /// <summary>Opens a connection of its own.</summary>
    /// <remarks>The text it is made of stays in here, for it may have a password.</remarks>
    public NpgsqlConnection Connect()
    {
        NpgsqlConnection connection = new(_settings.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Gets the address as people may see it: without password and options.</summary>
    public override string ToString() => _settings.Host!.StartsWith('/')
        ? string.Create(CultureInfo.InvariantCulture, $"postgres://{User}@{Uri.EscapeDataString(_settings.Host)}:{_settings.Port}/{Database}")
        : string.Create(CultureInfo.InvariantCulture, $"postgres://{User}@{_settings.Host}:{_settings.Port}/{Database}");

    /// <summary>Makes the exception about an address that cannot be read; values stay out of it.</summary>
    internal static FormatException Unreadable(string what) => new($"The address of the database {what}. {Example}");

    private static bool IsUrl(string text) => text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);
}
