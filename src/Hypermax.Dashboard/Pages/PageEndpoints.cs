using System.IO.Compression;
using System.Text.Encodings.Web;
using Hypermax.Dashboard.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hypermax.Dashboard.Pages;

/// <summary>The pages: one frame, which scripts fill.</summary>
internal static class PageEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (HttpContext context) => Page(context, "list")).WithMetadata(new Needs(Role.Read));
        routes.MapGet("/studies/{id}", (HttpContext context, string id) => Page(context, "study")).WithMetadata(new Needs(Role.Read));
        routes.MapGet("/studies/{id}/trials/{number:int}", (HttpContext context, string id, int number) => Page(context, "trial"))
            .WithMetadata(new Needs(Role.Read));
        routes.MapGet("/studies/{id}/compare", (HttpContext context, string id) => Page(context, "trials")).WithMetadata(new Needs(Role.Read));
        routes.MapGet("/compare", (HttpContext context) => Page(context, "compare")).WithMetadata(new Needs(Role.Read));
        routes.MapGet("/sign-in", (HttpContext context) => Page(context, "signin")).WithMetadata(new Needs(Role.None));
        routes.MapGet("/assets/{name}", Asset).WithMetadata(new Needs(Role.None));
    }

    private static ContentHttpResult Page(HttpContext context, string page)
    {
        string root = HtmlEncoder.Default.Encode(context.Request.PathBase + Gate.BaseOf(context));
        string stamp = PageAssets.Stamp;
        return TypedResults.Content(
            $"""
            <!doctype html>
            <html lang="en" data-page="{page}" data-root="{root}" data-stamp="{stamp}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Hypermax</title>
            <link rel="icon" type="image/svg+xml" href="{root}/assets/icon.svg">
            <link rel="stylesheet" href="{root}/assets/dashboard.css?{stamp}">
            <script src="{root}/assets/dashboard.js?{stamp}" defer></script>
            </head>
            <body>
            <a class="skip" href="#main">To the content</a>
            <div class="head">
            <header class="top">
            <h1 id="title"><a href="{root}/" class="home">Hypermax</a></h1>
            <nav id="sections" aria-label="Sections"></nav>
            <div class="tools"><span id="live-state" class="live-state" role="status"></span><span id="visitor" class="visitor"></span>
            <button type="button" id="theme" hidden>Dark</button></div>
            </header>
            <div id="banner" class="banner" role="alert" hidden></div>
            </div>
            <main id="main" tabindex="-1"><noscript><p>These pages need JavaScript.</p></noscript></main>
            <div id="live" class="visually-hidden" aria-live="polite"></div>
            </body>
            </html>
            """,
            "text/html; charset=utf-8");
    }

    private static IResult Asset(HttpContext context, string name)
    {
        if (PageAssets.Find(name) is not { } asset)
        {
            return TypedResults.NotFound();
        }

        // Pages name files with a stamp, so what is kept never is an old one.
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        context.Response.Headers.ETag = $"\"{asset.Tag}\"";
        context.Response.Headers.Vary = "Accept-Encoding";
        if (context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal))
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return TypedResults.Bytes(asset.Packed, asset.Type);
        }

        MemoryStream plain = new();
        using (GZipStream gzip = new(new MemoryStream(asset.Packed), CompressionMode.Decompress))
        {
            gzip.CopyTo(plain);
        }

        return TypedResults.Bytes(plain.ToArray(), asset.Type);
    }
}
