using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hypermax.Dashboard.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hypermax.Dashboard.Serving;

/// <summary>The server of <c>hypermax dashboard</c>: the same two calls that any application makes, and where it listens.</summary>
internal static class DashboardServer
{
    private const int MostBytes = 1 << 20;

    /// <summary>Makes the server; it listens once it is started.</summary>
    /// <exception cref="FormatException">It would be reachable from elsewhere without accounts, or a file is none of its kind.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static WebApplication Create(ServerOptions server)
    {
        DashboardOptions probe = new();
        server.Configure(probe);
        if (!server.IsLocal && probe.PasswordFile is null && probe.Accounts is null)
        {
            throw new FormatException(
                $"--host {server.Host} lets others than this machine in, and there are no accounts. Write one with 'hypermax dashboard account FILE NAME' "
                + "and give --password-file FILE, or leave --host out.");
        }

        X509Certificate2? certificate = server.Certificate is { } file ? Load(file, server.Key) : null;
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "hypermax" });
        builder.WebHost.UseKestrelCore();
        if (certificate is not null)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
            Listen(kestrel, server, certificate);
        });
        builder.Logging.AddFilter(level => level >= LogLevel.Warning);

        // Sessions end with the server, and no key of them lies in a file.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddRoutingCore();
        builder.Services.AddHypermaxDashboard(options =>
        {
            server.Configure(options);
            options.AllowedHosts ??= Names(server);
        });
        WebApplication app = builder.Build();
        if (server.PathBase.Trim('/') is { Length: > 0 } path)
        {
            app.UsePathBase("/" + path);
        }

        // What no endpoint takes does not come to their gate.
        app.Use(async (context, next) =>
        {
            await next(context).ConfigureAwait(false);
            await Gate.ExplainAsync(context).ConfigureAwait(false);
        });
        app.UseRouting();
        app.MapHypermax("/");
        return app;
    }

    /// <summary>Makes the server and starts it.</summary>
    /// <exception cref="FormatException">It would be reachable from elsewhere without accounts, or a file is none of its kind.</exception>
    /// <exception cref="IOException">A file cannot be read, or the server cannot listen there.</exception>
    public static WebApplication Start(ServerOptions server)
    {
        WebApplication app = Create(server);
        try
        {
            app.Start();
            return app;
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            ((IDisposable)app).Dispose();
            throw new IOException(
                error.InnerException is AddressInUseException
                    ? FormattableString.Invariant($"Port {server.Port} of {server.Host} is taken by another program, perhaps by another dashboard. ")
                        + "Choose another one with --port N; --port 0 takes one that is free."
                    : FormattableString.Invariant($"The server cannot listen at port {server.Port} of {server.Host}: {error.Message.TrimEnd('.')}. ")
                        + "Choose another port with --port N, or an address of this machine with --host.",
                error);
        }
    }

    /// <summary>Gets the address to open in a browser of this machine; of a server that has started.</summary>
    public static string AddressOf(WebApplication app, ServerOptions server)
    {
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Uri uri = new(address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal));
        string path = server.PathBase.Trim('/');
        string host = server.Host is "*" or "localhost" ? "localhost" : server.Host.Contains(':', StringComparison.Ordinal) ? $"[{server.Host}]" : server.Host;
        return FormattableString.Invariant($"{uri.Scheme}://{host}:{uri.Port}/{(path.Length > 0 ? path + "/" : string.Empty)}");
    }

    private static void Listen(KestrelServerOptions kestrel, ServerOptions server, X509Certificate2? certificate)
    {
        void Secure(ListenOptions listen)
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }

        switch (server.Host)
        {
            case "*":
                kestrel.ListenAnyIP(server.Port, Secure);
                break;

            // A free port is not the same for both loopback addresses.
            case "localhost" when server.Port == 0:
                kestrel.Listen(IPAddress.Loopback, 0, Secure);
                break;

            case "localhost":
                kestrel.ListenLocalhost(server.Port, Secure);
                break;

            default:
                kestrel.Listen(AddressOf(server.Host), server.Port, Secure);
                break;
        }
    }

    private static IPAddress AddressOf(string host)
    {
        try
        {
            // Of an empty name the system says all its addresses.
            return IPAddress.TryParse(host, out IPAddress? given) ? given
                : host.Length > 0 && Dns.GetHostAddresses(host) is [var first, ..] ? first
                : throw new ArgumentException("It has no address.");
        }
        catch (Exception error) when (error is SocketException or ArgumentException)
        {
            throw new FormatException($"--host is '{host}'; it is no address and no name of one. Give an address of this machine, or * for all.", error);
        }
    }

    private static string[] Names(ServerOptions server) =>
        [.. server.AllowedHosts, .. server.IsLocal ? [] : (string[])[server.Host, Dns.GetHostName()]];

    private static X509Certificate2 Load(string file, string? key)
    {
        foreach (string? missing in new[] { file, key }.Where(path => path is not null && !File.Exists(path)))
        {
            throw new FileNotFoundException(
                $"There is no file '{missing}'. Name the certificate by --cert, and its key by --key where it lies apart.", missing);
        }

        try
        {
            bool isPem = File.ReadAllText(file).Contains("-----BEGIN", StringComparison.Ordinal);
            if (!isPem)
            {
                return X509CertificateLoader.LoadPkcs12FromFile(file, Environment.GetEnvironmentVariable("HYPERMAX_CERT_PASSWORD"));
            }

            using X509Certificate2 read = X509Certificate2.CreateFromPemFile(file, key);

            // Windows wants a key that it has in a store of its own.
            return OperatingSystem.IsWindows()
                ? X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), password: null)
                : new X509Certificate2(read);
        }
        catch (CryptographicException error)
        {
            throw new FormatException(
                $"'{file}' is no certificate with its key: {error.Message} Give a PEM file that holds both, or --key FILE, or a PKCS#12 file "
                + "with its password in HYPERMAX_CERT_PASSWORD.",
                error);
        }
    }
}
