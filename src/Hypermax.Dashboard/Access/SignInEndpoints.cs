using Hypermax.Dashboard.Api;
using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Hypermax.Dashboard.Contracts;
using Hypermax.Html;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hypermax.Dashboard.Access;

/// <summary>Signing in and out, and what a page asks first: who looks, and what he may do.</summary>
internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/session", (HttpContext context, Gate gate, IAntiforgery antiforgery, DashboardOptions options) =>
        {
            AntiforgeryTokenSet tokens = antiforgery.GetAndStoreTokens(context);
            (Role role, string name) = Gate.VisitorOf(context);
            return TypedResults.Json(
                new SessionFacts(
                    role == Role.None ? null : name,
                    role == Role.Steer,
                    gate.Accounts is not null,
                    options.Run is not null && role == Role.Steer,
                    ReportAssets.Charts is not null,
                    tokens.HeaderName ?? string.Empty,
                    tokens.RequestToken ?? string.Empty,
                    ApiEndpoints.Version),
                DashboardJson.Default.SessionFacts);
        })
            .As(Role.None, "getSession", "Says who asks, what he may do, and the token that changes need.")
            .Answers<SessionFacts>();
        routes.MapPost("/api/sign-in", SignInAsync)
            .As(Role.None, "signIn", "Signs in: the answer sets the cookie of the session. The token is another one from then on.")
            .Takes<SignInRequest>()
            .AnswersNothing()
            .Refuses(StatusCodes.Status401Unauthorized, StatusCodes.Status429TooManyRequests);
        routes.MapPost("/api/sign-out", async (HttpContext context) =>
        {
            await context.SignOutAsync(Gate.Scheme).ConfigureAwait(false);
            return (IResult)TypedResults.NoContent();
        })
            .As(Role.None, "signOut", "Signs out: the session ends, wherever its cookie is.")
            .AnswersNothing();
    }

    private static async Task<IResult> SignInAsync(
        HttpContext context, Gate gate, SignInLimit limit, DashboardOptions options)
    {
        SignInRequest request = await Bodies.ReadAsync(context, DashboardJson.Default.SignInRequest).ConfigureAwait(false);
        using RateLimitLease lease = limit.Try(context.Connection.RemoteIpAddress);
        if (!lease.IsAcquired)
        {
            return Refuse("Too many attempts. Wait a minute.", StatusCodes.Status429TooManyRequests);
        }

        // Passwords longer than any person's only cost time.
        bool isPossible = request is { Name.Length: > 0 and <= 64, Password.Length: > 0 and <= 1024 };
        Account? account = isPossible ? gate.Accounts?.Find(request.Name!, request.Password!) : null;
        if (account is null)
        {
            return Refuse("Name and password do not belong together.", StatusCodes.Status401Unauthorized);
        }

        string now = options.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        ClaimsIdentity identity = new([new Claim(ClaimTypes.Name, account.Name), new Claim(Gate.Began, now)], Gate.Scheme);
        await context.SignInAsync(Gate.Scheme, new ClaimsPrincipal(identity)).ConfigureAwait(false);
        return (IResult)TypedResults.NoContent();
    }

    private static JsonHttpResult<Problem> Refuse(string why, int code) => TypedResults.Json(new Problem(why), DashboardJson.Default.Problem, statusCode: code);
}
