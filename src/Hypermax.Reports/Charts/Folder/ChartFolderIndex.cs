using System.Text.Json;
using Hypermax.Reports;
using Hypermax.Writing;

namespace Hypermax.Charts.Folder;

/// <summary>The file <c>index.json</c> of a chart folder: its charts in order, their files, and the charts that failed.</summary>
internal sealed record ChartFolderIndex(string Study, IReadOnlyList<ChartFolderEntry> Entries, IReadOnlyList<ReportFailure> Failures)
{
    private const string FileName = "index.json";
    private const int Format = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    /// <summary>Reads the index; an empty one when there is none or it cannot be read, so that everything is drawn again.</summary>
    public static ChartFolderIndex Read(string folder)
    {
        try
        {
            string path = Path.Combine(folder, FileName);
            return File.Exists(path) ? Parse(File.ReadAllBytes(path)) : new ChartFolderIndex(string.Empty, [], []);
        }
        catch (Exception error) when (error is JsonException or IOException or KeyNotFoundException or InvalidOperationException or UnauthorizedAccessException)
        {
            return new ChartFolderIndex(string.Empty, [], []);
        }
    }

    public void Write(string folder) => AtomicFile.Write(Path.Combine(folder, FileName), stream =>
    {
        using Utf8JsonWriter json = new(stream, Options);
        json.WriteStartObject();
        json.WriteNumber("format", Format);
        json.WriteString("study", Study);
        json.WriteStartArray("charts");
        foreach (ChartFolderEntry entry in Entries)
        {
            json.WriteStartObject();
            json.WriteString("name", entry.Name);
            json.WriteString("kind", entry.Kind);
            json.WriteString("title", entry.Title);
            json.WriteString("hash", entry.Hash);
            json.WriteStartArray("files");
            foreach (string file in entry.Files)
            {
                json.WriteStringValue(file);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("failures");
        foreach (ReportFailure failure in Failures)
        {
            json.WriteStartObject();
            json.WriteString("part", failure.Part);
            json.WriteString("reason", failure.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>Removes the index, and the folder where nothing else lies in it.</summary>
    public static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            File.Delete(Path.Combine(folder, FileName));
            ChartFiles.RemoveIfEmpty(folder);
        }
    }

    private static ChartFolderIndex Parse(byte[] content)
    {
        using JsonDocument document = JsonDocument.Parse(content);
        JsonElement root = document.RootElement;
        if (root.GetProperty("format").GetInt32() != Format)
        {
            return new ChartFolderIndex(string.Empty, [], []);
        }

        return new ChartFolderIndex(
            root.GetProperty("study").GetString()!,
            [.. root.GetProperty("charts").EnumerateArray().Select(chart => new ChartFolderEntry(
                Text(chart, "name"), Text(chart, "kind"), Text(chart, "title"), Text(chart, "hash"), [
                    .. chart.GetProperty("files").EnumerateArray().Select(file => file.GetString()!),
                ]))],
            [.. root.GetProperty("failures").EnumerateArray().Select(failure => new ReportFailure(Text(failure, "part"), Text(failure, "reason")))]);
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
