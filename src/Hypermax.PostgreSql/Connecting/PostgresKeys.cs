using System.Globalization;
using Hypermax.Errors;
using Npgsql;

namespace Hypermax.PostgreSql.Connecting;

/// <summary>The keys of an address, by the names of PostgreSQL's own programs or those of Npgsql, and the variables that stand in for them.</summary>
internal static class PostgresKeys
{
    private static readonly Dictionary<string, Action<NpgsqlConnectionStringBuilder, string>> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["host"] = (settings, value) => settings.Host = value,
        ["port"] = (settings, value) => settings.Port = Whole("port", value),
        ["dbname"] = (settings, value) => settings.Database = value,
        ["user"] = (settings, value) => settings.Username = value,
        ["password"] = (settings, value) => settings.Password = value,
        ["passfile"] = (settings, value) => settings.Passfile = value,
        ["sslmode"] = (settings, value) => settings.SslMode = Ssl(value),
        ["sslrootcert"] = (settings, value) => settings.RootCertificate = value,
        ["sslcert"] = (settings, value) => settings.SslCertificate = value,
        ["sslkey"] = (settings, value) => settings.SslKey = value,
        ["application_name"] = (settings, value) => settings.ApplicationName = value,
        ["connect_timeout"] = (settings, value) => settings.Timeout = Whole("connect_timeout", value),
        ["options"] = (settings, value) => settings.Options = value,
        ["target_session_attrs"] = (settings, value) => settings.TargetSessionAttributes = value,
    };

    // What Npgsql does not take from the environment by itself.
    private static readonly (string Key, string Variable)[] Variables =
    [
        ("host", "PGHOST"), ("port", "PGPORT"), ("dbname", "PGDATABASE"), ("user", "PGUSER"), ("sslmode", "PGSSLMODE"), ("sslrootcert", "PGSSLROOTCERT"),
        ("application_name", "PGAPPNAME"), ("connect_timeout", "PGCONNECT_TIMEOUT"), ("passfile", "PGPASSFILE"), ("password", "PGPASSWORD"),
    ];

    /// <summary>Tells whether a key says where a database is.</summary>
    public static bool NamesPlace(string key) => key.ToUpperInvariant() is "HOST" or "DBNAME" or "DATABASE" or "SERVER";

    /// <summary>Takes over a value; an empty one counts as not given.</summary>
    /// <exception cref="FormatException">The key is not known, or has no such value.</exception>
    public static void Apply(NpgsqlConnectionStringBuilder settings, string key, string value)
    {
        if (value.Length == 0)
        {
            return;
        }

        if (Known.TryGetValue(key, out Action<NpgsqlConnectionStringBuilder, string>? apply))
        {
            apply(settings, value);
            return;
        }

        try
        {
            settings[key] = value;
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidCastException or KeyNotFoundException or OverflowException)
        {
            throw PostgresAddress.Unreadable(
                Known.ContainsKey(key) || !IsWord(key)
                    ? "is neither a URL nor keys and values"
                    : $"has the key '{key}', which is not known or has no such value; known are {string.Join(", ", Known.Keys)}");
        }
    }

    /// <summary>Fills in what was not said from the environment, and from what PostgreSQL's own programs assume.</summary>
    public static void Complete(NpgsqlConnectionStringBuilder settings, Func<string, string?> variable)
    {
        HashSet<string> given = new(settings.Keys, StringComparer.OrdinalIgnoreCase);
        foreach ((string key, string name) in Variables)
        {
            string npgsql = key switch
            {
                "dbname" => "Database",
                "user" => "Username",
                "sslmode" => "SSL Mode",
                "sslrootcert" => "Root Certificate",
                "application_name" => "Application Name",
                "connect_timeout" => "Timeout",
                _ => key,
            };
            if (!given.Contains(npgsql) && variable(name) is { Length: > 0 } value)
            {
                Apply(settings, key, value);
            }
        }

        settings.Host ??= "localhost";
        settings.Username ??= Environment.UserName;
        settings.Database ??= settings.Username;
        settings.ApplicationName ??= "hypermax";
    }

    /// <summary>Sets what the store depends on: a connection that is its own, statements that are prepared, a notice when the other end is gone.</summary>
    public static void Fix(NpgsqlConnectionStringBuilder settings)
    {
        settings.Pooling = false;
        settings.MaxAutoPrepare = 30;
        settings.AutoPrepareMinUsages = 2;
        settings.TcpKeepAlive = true;
        settings.CommandTimeout = 120;
        settings.IncludeErrorDetail = false;
        settings.PersistSecurityInfo = false;
    }

    /// <summary>Gets a mode of encryption as addresses have it, such as <c>verify-full</c>.</summary>
    public static string TextOf(SslMode mode) => mode switch
    {
        SslMode.VerifyCA => "verify-ca",
        SslMode.VerifyFull => "verify-full",
        _ => mode.ToString().ToLowerInvariant(),
    };

    private static int Whole(string key, string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        ? number
        : throw PostgresAddress.Unreadable($"has a {key} that is no whole number");

    private static SslMode Ssl(string value) => Enum.TryParse(value.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true, out SslMode mode)
        ? mode
        : throw PostgresAddress.Unreadable("has an sslmode that is none of disable, allow, prefer, require, verify-ca and verify-full");

    private static bool IsWord(string key) => key.Length is > 0 and < 40 && key.All(letter => char.IsAsciiLetter(letter) || letter is ' ' or '_');
}
