using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Hypermax.Dashboard.Api;

/// <summary>Reads what pages and programs send.</summary>
internal static class Bodies
{
    /// <summary>Reads a request in the form that is documented, whatever JSON the application around the pages has chosen for itself.</summary>
    /// <param name="context">The request.</param>
    /// <param name="form">Its form.</param>
    /// <exception cref="BadHttpRequestException">It is no JSON, or JSON of another form.</exception>
    public static async Task<T> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> form)
        where T : class
    {
        if (!context.Request.HasJsonContentType())
        {
            throw new BadHttpRequestException("The request is no JSON.", StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            return await context.Request.ReadFromJsonAsync(form, context.RequestAborted).ConfigureAwait(false)
                ?? throw new BadHttpRequestException("The request is null.");
        }
        catch (JsonException error)
        {
            throw new BadHttpRequestException("The request is JSON of another form.", error);
        }
    }
}
