using System.Text.Json;
using Hypermax.Dashboard.Access;
using Hypermax.Dashboard.Contracts;
using Hypermax.Studies.Watching;
using Microsoft.AspNetCore.Http;

namespace Hypermax.Dashboard.Guiding;

/// <summary>The record of who asked what of a study from these pages: a line of JSON each, in <c>audit.jsonl</c> among its papers.</summary>
internal static class AuditLog
{
    /// <summary>Its name among the papers.</summary>
    public const string Name = "audit.jsonl";

    /// <summary>Makes sure that a line can be added; nothing is done of which no record could be kept.</summary>
    /// <exception cref="IOException">It cannot.</exception>
    public static void Require(IStudyPapers papers) => papers.RequireGrowing(Name);

    /// <summary>Adds a line.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Add(IStudyPapers papers, HttpContext context, string action, bool isDone, string answer)
    {
        string who = $"{Gate.VisitorOf(context).Name} ({context.Connection.RemoteIpAddress?.ToString()})";
        AuditEntry entry = new(TimeProvider.System.GetUtcNow(), who, action, isDone, answer);
        papers.Append(Name, JsonSerializer.Serialize(entry, DashboardJson.Default.AuditEntry));
    }

    /// <summary>Reads the last lines, newest first.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    public static IReadOnlyList<AuditEntry> Read(IStudyPapers papers, int count) => [.. papers.Last(Name, count).Select(Parse).OfType<AuditEntry>()];

    private static AuditEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, DashboardJson.Default.AuditEntry);
        }
        catch (JsonException)
        {
            // The first of the lines read may be half a one.
            return null;
        }
    }
}
