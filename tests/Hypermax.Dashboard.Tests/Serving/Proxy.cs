using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hypermax.Dashboard.Tests.Serving;

/// <summary>A proxy as people put one before the server: it hands everything below a path on as it comes, and says for whom.</summary>
internal sealed class Proxy : IAsyncDisposable
{
    private static readonly string[] OfConnections = ["Transfer-Encoding", "Connection", "Keep-Alive"];

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly WebApplication _app;

    /// <param name="server">The address of the server, with the path.</param>
    public Proxy(string server)
    {
        Uri target = new(server);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(context => HandOnAsync(context, target));
        _app.Start();
        int port = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        Address = FormattableString.Invariant($"http://localhost:{port}{target.AbsolutePath.TrimEnd('/')}");
    }

    /// <summary>Gets the address by which browsers call it, without a slash at its end.</summary>
    public string Address { get; }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task HandOnAsync(HttpContext context, Uri target)
    {
        using HttpRequestMessage request = new(
            new HttpMethod(context.Request.Method), new Uri(target, context.Request.Path.ToUriComponent() + context.Request.QueryString));
        request.Content = context.Request.ContentLength > 0 ? new StreamContent(context.Request.Body) : null;
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in context.Request.Headers.Where(header => header.Key != "Connection"))
        {
            _ = request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values)
                || request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values) == true;
        }

        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        try
        {
            using HttpResponseMessage answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
            context.Response.StatusCode = (int)answer.StatusCode;
            foreach ((string name, IEnumerable<string> values) in answer.Headers.Concat(answer.Content.Headers))
            {
                if (!OfConnections.Contains(name))
                {
                    context.Response.Headers[name] = values.ToArray();
                }
            }

            context.Features.Get<IHttpResponseBodyFeature>()!.DisableBuffering();
            using Stream body = await answer.Content.ReadAsStreamAsync(context.RequestAborted);
            byte[] piece = new byte[8192];
            for (int count; (count = await body.ReadAsync(piece, context.RequestAborted)) > 0;)
            {
                await context.Response.Body.WriteAsync(piece.AsMemory(0, count), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or HttpRequestException or IOException or SocketException)
        {
            context.Abort();
        }
    }
}
