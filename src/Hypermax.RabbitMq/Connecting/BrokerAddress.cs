using System.Globalization;
using RabbitMQ.Client;

namespace Hypermax.RabbitMq.Connecting;

/// <summary>Where a broker is and who asks. As a text it never shows a password.</summary>
internal sealed record BrokerAddress
{
    /// <summary>The environment variable with the address.</summary>
    public const string Variable = "AMQP_URL";

    /// <summary>The environment variable with the password alone.</summary>
    public const string PasswordVariable = "AMQP_PASSWORD";

    private const string Example = "Write amqp://user@host:port/vhost, or amqps:// for TLS.";
    private const string Local = "amqp://guest:guest@127.0.0.1";

    public required string Host { get; init; }

    public required int Port { get; init; }

    public required string VirtualHost { get; init; }

    public required string User { get; init; }

    public required bool IsSecure { get; init; }

    /// <summary>Gets whether there is a password.</summary>
    public bool HasPassword => Password is not null;

    private string? Password { get; init; }

    /// <summary>Reads an address and completes it by the environment.</summary>
    /// <param name="text">The address, or null for that of the environment.</param>
    /// <param name="variable">Gets an environment variable, or null; by default those of this process.</param>
    /// <exception cref="FormatException">It is no address of a broker. The message shows no part of it.</exception>
    public static BrokerAddress Parse(string? text, Func<string, string?>? variable = null)
    {
        variable ??= Environment.GetEnvironmentVariable;
        string? given = variable(Variable) is { Length: > 0 } set ? set : null;
        BrokerAddress address = Read(text ?? given ?? Local);
        if (address.HasPassword)
        {
            return address;
        }

        BrokerAddress? known = text is null || given is null ? null : Read(given);
        bool isSame = known?.Host == address.Host && known.Port == address.Port && known.User == address.User;
        return address with
        {
            Password = isSame && known!.HasPassword ? known.Password
                : variable(PasswordVariable) is { Length: > 0 } alone ? alone
                : address.User == ConnectionFactory.DefaultUser ? ConnectionFactory.DefaultPass
                : null,
        };
    }

    /// <summary>Makes what opens connections.</summary>
    /// <remarks>They are opened again by us, which knows what has to be sent again.</remarks>
    public ConnectionFactory Factory() => new()
    {
        HostName = Host,
        Port = Port,
        VirtualHost = VirtualHost,
        UserName = User,
        Password = Password ?? string.Empty,
        Ssl = new SslOption { Enabled = IsSecure, ServerName = Host },
        AutomaticRecoveryEnabled = false,
        TopologyRecoveryEnabled = false,
        RequestedHeartbeat = TimeSpan.FromSeconds(10),
        RequestedConnectionTimeout = TimeSpan.FromSeconds(10),
    };

    /// <summary>Gets the address as people may see it: without password.</summary>
    public override string ToString()
    {
        string host = Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host;
        string path = VirtualHost == "/" ? string.Empty : Uri.EscapeDataString(VirtualHost);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(IsSecure ? "amqps" : "amqp")}://{Uri.EscapeDataString(User)}@{host}:{Port}/{path}");
    }

    private static BrokerAddress Read(string text)
    {
        bool isSecure = text.StartsWith("amqps://", StringComparison.OrdinalIgnoreCase);
        if (!isSecure && !text.StartsWith("amqp://", StringComparison.OrdinalIgnoreCase))
        {
            throw Unreadable("does not begin with amqp:// or amqps://");
        }

        // The scheme of the platform that has ports and users; it does not know ours, and would take the default port of its own.
        if (!Uri.TryCreate("amqp" + text[(isSecure ? 5 : 4)..], UriKind.Absolute, out Uri? uri) || uri.Host.Length == 0)
        {
            throw Unreadable("has no host that can be read; a colon, a slash or an @ in the password is written as %3A, %2F or %40");
        }

        if (uri.Query.Length > 0 || uri.AbsolutePath.Trim('/').Contains('/', StringComparison.Ordinal))
        {
            throw Unreadable("has more behind the host than the name of a virtual host; a slash in that name is written as %2F");
        }

        string[] user = uri.UserInfo.Split(':', 2);
        string path = uri.AbsolutePath.Trim('/');
        return new BrokerAddress
        {
            Host = uri.Host.Trim('[', ']'),
            Port = uri.Port > 0 ? uri.Port : isSecure ? AmqpTcpEndpoint.DefaultAmqpSslPort : Protocols.DefaultProtocol.DefaultPort,
            VirtualHost = path.Length == 0 ? "/" : Uri.UnescapeDataString(path),
            User = user[0].Length == 0 ? ConnectionFactory.DefaultUser : Uri.UnescapeDataString(user[0]),
            Password = user.Length == 2 ? Uri.UnescapeDataString(user[1]) : null,
            IsSecure = isSecure,
        };
    }

    private static FormatException Unreadable(string what) => new($"The address of the broker {what}. {Example}");
}
