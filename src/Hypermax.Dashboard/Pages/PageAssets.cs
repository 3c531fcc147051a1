using System.Buffers;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hypermax.Html;

namespace Hypermax.Dashboard.Pages;

/// <summary>The style and scripts of the pages: the report's parts first, then those that are only here.</summary>
internal static class PageAssets
{
    // In the order in which they need each other.
    private static readonly string[] OfReport = ["unpack", "theme"];
    private static readonly string[] Parts =
        ["server", "figures", "wall", "table", "steer", "notes", "list", "study", "artifacts", "trial", "compare", "signin", "start"];

    private static readonly Lazy<Dictionary<string, PageAsset>> LazyAll = new(Make);

    /// <summary>Gets a file by its name; null where there is none.</summary>
    public static PageAsset? Find(string name) => LazyAll.Value.GetValueOrDefault(name);

    /// <summary>Gets what changes with any file, so that browsers may keep them for as long as they like.</summary>
    public static string Stamp { get; } = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', LazyAll.Value.Values.Select(asset => asset.Tag))))).Substring(0, 12);

    private static Dictionary<string, PageAsset> Make()
    {
        string script = string.Join('\n', [.. OfReport.Select(ReportAssets.Part), .. Parts.Select(part => Read(part + ".js"))]);
        Dictionary<string, PageAsset> all = new(StringComparer.Ordinal)
        {
            ["dashboard.js"] = Packed(Encoding.UTF8.GetBytes($"\"use strict\";\n(() => {{\n{script}}})();\n"), "text/javascript; charset=utf-8"),
            ["dashboard.css"] = Packed(Encoding.UTF8.GetBytes(ReportAssets.Style + Read("dashboard.css")), "text/css; charset=utf-8"),
            ["themes.json"] = Packed(Themes(), "application/json; charset=utf-8"),
            ["icon.svg"] = Packed(Encoding.UTF8.GetBytes(Read("icon.svg")), "image/svg+xml"),
        };
        if (ReportAssets.Charts is { } charts)
        {
            byte[] packed = Convert.FromBase64String(charts.Packed);
            all["charts.js"] = new PageAsset(packed, "text/javascript; charset=utf-8", TagOf(packed));
        }

        return all;
    }

    private static byte[] Themes()
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            ReportPayload.WriteThemes(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static PageAsset Packed(byte[] content, string type)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(content);
        }

        byte[] bytes = packed.ToArray();
        return new PageAsset(bytes, type, TagOf(bytes));
    }

    private static string TagOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));

    private static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Hypermax.Dashboard.{name}")
            ?? throw new InvalidOperationException($"The assembly lacks its own part '{name}'.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
