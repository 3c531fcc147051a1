using System.Text.Json;
using Hypermax.Dashboard.Access;
using Hypermax.Dashboard.Contracts;
using Microsoft.AspNetCore.Http;

namespace Hypermax.Dashboard.Guiding;

/// <summary>The record of who asked what of a study from these pages: a line of JSON each, in <c>audit.jsonl</c> in its folder.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal static class AuditFile
{
    private const string FileName = "audit.jsonl";
    private const int MostBytes = 256 * 1024;

    private static readonly Lock Writing = new();

    /// <summary>Adds a line.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static void Add(string folder, HttpContext context, string action, bool isDone, string answer)
    {
        string who = $"{Gate.VisitorOf(context).Name} ({context.Connection.RemoteIpAddress?.ToString()})";
        byte[] line =
        [
            .. JsonSerializer.SerializeToUtf8Bytes(
                new AuditEntry(TimeProvider.System.GetUtcNow(), who, action, isDone, answer), DashboardJson.Default.AuditEntry),
            (byte)'\n',
        ];
        lock (Writing)
        {
            using FileStream stream = new(Path.Combine(folder, FileName), FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            stream.Write(line);
        }
    }

    /// <summary>Reads the last lines, newest first.</summary>
    public static IReadOnlyList<AuditEntry> Read(string folder, int count)
    {
        try
        {
            using FileStream stream = new(Path.Combine(folder, FileName), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            stream.Seek(-Math.Min(MostBytes, stream.Length), SeekOrigin.End);
            using StreamReader reader = new(stream);
            return [.. reader.ReadToEnd().Split('\n').Select(Parse).OfType<AuditEntry>().Reverse().Take(count)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static AuditEntry? Parse(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize(line, DashboardJson.Default.AuditEntry);
        }
        catch (JsonException)
        {
            // The first of the lines read may be half a one.
            return null;
        }
    }
}
