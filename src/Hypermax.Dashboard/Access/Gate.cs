using System.Net;
using System.Security.Claims;
using System.Text.Json;
using Hypermax.Dashboard.Contracts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hypermax.Dashboard.Access;

/// <summary>Stands before every endpoint: checks by which name the server was called, who asks, what he may do, and that the request comes from a page of
/// ours; and sets the headers that keep pages inert.</summary>
internal sealed class Gate(DashboardOptions options, IAntiforgery antiforgery)
{
    /// <summary>The scheme of our own sessions.</summary>
    public const string Scheme = "Hypermax.Dashboard";

    /// <summary>The claim with which a session remembers when it began.</summary>
    public const string Began = "hypermax:began";

    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string StrangeName = "The server is not called by this name here. Use the address that it printed, or allow the name with --allow-host "
        + "or options.AllowedHosts.";
    private const string Nobody = "Without accounts these pages answer this machine alone. Name a file of accounts with --password-file or "
        + "options.PasswordFile, or let the application of the pages sign people in: MapHypermax().RequireAuthorization().";

    private const string Looker = "You may look, but not steer. Ask for an account with the role 'steer', or whoever runs the server for leave.";

    private const string StrangePage = "The request does not come from a page of this server, or the page is old. Load it again.";

    /// <summary>Gets who may sign in, or null where nobody has to.</summary>
    public AccountFile? Accounts { get; } = options.Accounts ?? (options.PasswordFile is { } file ? AccountFile.Read(file) : null);

    /// <summary>Gets the role of who asks, and his name for the record; to be called behind the gate.</summary>
    public static (Role Role, string Name) VisitorOf(HttpContext context) =>
        context.Items[typeof(Gate)] is ValueTuple<Role, string> visitor ? visitor : (Role.None, string.Empty);

    /// <summary>Answers a request through an endpoint, or refuses it.</summary>
    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await TryPassAsync(context, next).ConfigureAwait(false);
        }
        catch (BadHttpRequestException error) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = error.StatusCode;
        }

        await ExplainAsync(context).ConfigureAwait(false);
    }

    /// <summary>Says why a request is refused, where the framework refused it without a word.</summary>
    public static async Task ExplainAsync(HttpContext context)
    {
        if (context.Response is { HasStarted: false, ContentType: null, StatusCode: >= 400 and < 500 and int code })
        {
            await RefuseAsync(context, code, PlainWords(context, code)).ConfigureAwait(false);
        }
    }

    /// <summary>Refuses a request in a form that pages and programs read.</summary>
    public static async Task RefuseAsync(HttpContext context, int code, string why)
    {
        bool isPage = context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal) && code == StatusCodes.Status401Unauthorized;
        if (isPage)
        {
            string back = Uri.EscapeDataString(context.Request.PathBase + context.Request.Path + context.Request.QueryString);
            context.Response.Redirect($"{context.Request.PathBase}{BaseOf(context)}/sign-in?back={back}");
            return;
        }

        context.Response.StatusCode = code;
        context.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(context.Response.Body, new Problem(why), DashboardJson.Default.Problem, context.RequestAborted)
            .ConfigureAwait(false);
    }

    /// <summary>Gets the path below which the pages are mapped, such as <c>/hypermax</c>; empty at the root.</summary>
    public static string BaseOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<MappedAt>()?.Path ?? string.Empty;

    private async Task TryPassAsync(HttpContext context, RequestDelegate next)
    {
        SetHeaders(context.Response.Headers);
        if (!IsKnownHost(context.Request.Host.Host))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, StrangeName).ConfigureAwait(false);
            return;
        }

        (Role Role, string Name) visitor = await FindVisitorAsync(context).ConfigureAwait(false);
        context.Items[typeof(Gate)] = visitor;
        Role needed = context.GetEndpoint()?.Metadata.GetMetadata<Needs>()?.Role ?? Role.Steer;
        if (visitor.Role < needed)
        {
            (int code, string why) = (visitor.Role, Accounts) switch
            {
                (Role.Read, _) => (StatusCodes.Status403Forbidden, Looker),
                (_, not null) => (StatusCodes.Status401Unauthorized, "Sign in first."),
                _ => (StatusCodes.Status403Forbidden, Nobody),
            };
            await RefuseAsync(context, code, why).ConfigureAwait(false);
            return;
        }

        bool isChange = !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);
        if (isChange && !await antiforgery.IsRequestValidAsync(context).ConfigureAwait(false))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, StrangePage).ConfigureAwait(false);
            return;
        }

        await next(context).ConfigureAwait(false);
    }

    private static string PlainWords(HttpContext context, int code) => code switch
    {
        StatusCodes.Status404NotFound => "There is nothing here. See docs/guide/dashboard.md for what there is.",
        StatusCodes.Status405MethodNotAllowed => $"This address does not take {context.Request.Method}. See docs/guide/dashboard.md for what there is.",
        StatusCodes.Status415UnsupportedMediaType => "The request is to be JSON. Send it with the header Content-Type: application/json.",
        StatusCodes.Status413PayloadTooLarge => "The request is larger than this server takes, which is 1 MB where it was not told otherwise. Send less.",
        _ => "The request is not of its form: a part of it is missing, or is no JSON or number where one belongs. See docs/guide/dashboard.md.",
    };

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";

        // As the framework has it where it hands out a token; it would log a warning of any other.
        headers.CacheControl = "no-cache, no-store";
    }

    // A page elsewhere may give its own name our address; an address itself cannot be given to anybody.
    private bool IsKnownHost(string host) => options.AllowedHosts is not { } allowed
        || host is "localhost"
        || IPAddress.TryParse(host.Trim('[', ']'), out _)
        || allowed.Contains(host, StringComparer.OrdinalIgnoreCase);

    private async Task<(Role Role, string Name)> FindVisitorAsync(HttpContext context)
    {
        bool isKeptOff = options.IsReadOnly || (Accounts is null && options.MaySteer is { } maySteer && !maySteer(context.User));
        Role most = isKeptOff ? Role.Read : Role.Steer;
        if (Accounts is not null)
        {
            AuthenticateResult result = await context.AuthenticateAsync(Scheme).ConfigureAwait(false);
            if (result is not { Succeeded: true, Principal: { } principal } || principal.Identity?.Name is not { } name
                || Accounts.Find(name) is not { } account || IsOver(principal))
            {
                // Tokens against forgery belong to whoever asks.
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
                return (Role.None, string.Empty);
            }

            context.User = principal;
            return (account.Role < most ? account.Role : most, account.Name);
        }

        if (context.User.Identity is { IsAuthenticated: true } known && context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is not null)
        {
            return (most, known.Name ?? "somebody the application knows");
        }

        // Who comes through a proxy comes from anywhere.
        bool isNear = context.Connection.RemoteIpAddress is not { } remote || IPAddress.IsLoopback(remote);
        bool isForwarded = context.Request.Headers.ContainsKey("X-Forwarded-For") || context.Request.Headers.ContainsKey("Forwarded");
        return isNear && !isForwarded ? (most, "this machine") : (Role.None, string.Empty);
    }

    private bool IsOver(ClaimsPrincipal principal) =>
        !long.TryParse(principal.FindFirstValue(Began), System.Globalization.CultureInfo.InvariantCulture, out long began)
        || options.Clock.GetUtcNow().ToUnixTimeSeconds() - began > options.SessionLength.TotalSeconds;
}
