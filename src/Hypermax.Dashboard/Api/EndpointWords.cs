using Hypermax.Dashboard.Access;
using Hypermax.Dashboard.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Hypermax.Dashboard.Api;

/// <summary>Says of an endpoint who may use it and, to programs, what it is for: what stands here stands in <c>openapi.json</c>.</summary>
internal static class EndpointWords
{
    /// <summary>What is said of filters.</summary>
    public const string Filter = "Which trials: words that must all occur in a row, and comparisons such as Trees>100, loss<=0.5, error~memory or status=fail.";

    /// <summary>Names an endpoint.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="role">The least role that may use it.</param>
    /// <param name="name">What clients call it.</param>
    /// <param name="summary">What it does, in a sentence.</param>
    /// <param name="more">What else there is to know, or null.</param>
    public static RouteHandlerBuilder As(this RouteHandlerBuilder endpoint, Role role, string name, string summary, string? more = null)
    {
        endpoint.WithMetadata(new Needs(role), new Operation(name)).WithSummary(summary);
        return more is null ? endpoint : endpoint.WithDescription(more);
    }

    /// <summary>Says what a parameter of an endpoint is; <c>id</c> and <c>number</c> are the same everywhere.</summary>
    public static RouteHandlerBuilder Parameter(this RouteHandlerBuilder endpoint, string name, string text) =>
        endpoint.WithMetadata(new ParameterWords(name, text));

    /// <summary>Says which JSON an endpoint takes.</summary>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder endpoint)
        where T : notnull => endpoint.Accepts<T>("application/json");

    /// <summary>Says which JSON an endpoint answers with.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, string type = "application/json") =>
        endpoint.Produces<T>(StatusCodes.Status200OK, type);

    /// <summary>Says that an endpoint answers with no content.</summary>
    public static RouteHandlerBuilder AnswersNothing(this RouteHandlerBuilder endpoint) => endpoint.Produces(StatusCodes.Status204NoContent);

    /// <summary>Says which media types an endpoint sends.</summary>
    public static RouteHandlerBuilder Sends(this RouteHandlerBuilder endpoint, string type, params string[] others) =>
        endpoint.Produces<Stream>(StatusCodes.Status200OK, type, others);

    /// <summary>Says with which codes an endpoint refuses, beyond those that go without saying of its address and its role.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] codes)
    {
        foreach (int code in codes)
        {
            endpoint.Produces<Problem>(code, "application/json");
        }

        return endpoint;
    }
}
