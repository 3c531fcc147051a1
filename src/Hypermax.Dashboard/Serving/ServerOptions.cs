using System.Net;

namespace Hypermax.Dashboard.Serving;

/// <summary>Where the server of the command listens, and how.</summary>
internal sealed record ServerOptions
{
    /// <summary>Gets the address or name to listen at; <c>*</c> for all.</summary>
    public string Host { get; init; } = "localhost";

    /// <summary>Gets the port; 0 for one that is free.</summary>
    public int Port { get; init; } = 8650;

    /// <summary>Gets the path below which the pages lie, such as <c>/hypermax</c> behind a proxy; empty for the root.</summary>
    public string PathBase { get; init; } = string.Empty;

    /// <summary>Gets the file of the certificate, PEM or PKCS#12; null for plain HTTP.</summary>
    public string? Certificate { get; init; }

    /// <summary>Gets the file of the certificate's key, when it is PEM and the key lies apart.</summary>
    public string? Key { get; init; }

    /// <summary>Gets further names by which browsers may call the server.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Gets what the pages show.</summary>
    public required Action<DashboardOptions> Configure { get; init; }

    /// <summary>Gets whether only this machine can reach the server.</summary>
    public bool IsLocal => Host is "localhost" || (IPAddress.TryParse(Host, out IPAddress? address) && IPAddress.IsLoopback(address));
}
