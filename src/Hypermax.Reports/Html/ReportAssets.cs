using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Hypermax.Html;

/// <summary>The style sheet and scripts that are embedded in this assembly.</summary>
internal static class ReportAssets
{
    // In the order in which they need each other.
    private static readonly string[] ScriptParts = ["unpack", "theme", "trials", "filter", "table", "trial", "charts", "start"];

    private static readonly Lazy<string> LazyStyle = new(() => Encoding.UTF8.GetString(Read("report.css")!));
    private static readonly Lazy<string> LazyScript = new(
        () => $"\"use strict\";\n(() => {{\n{string.Join('\n', ScriptParts.Select(part => Encoding.UTF8.GetString(Read(part + ".js")!)))}}})();\n");
    private static readonly Lazy<ChartsScript?> LazyCharts = new(ReadCharts);

    /// <summary>Gets the style sheet of the page.</summary>
    public static string Style => LazyStyle.Value;

    /// <summary>Gets the script of the page: theme, table, trials.</summary>
    public static string Script => LazyScript.Value;

    /// <summary>Gets the script that draws charts, or null when the assembly was built without Node.</summary>
    public static ChartsScript? Charts => LazyCharts.Value;

    /// <summary>Gets one part of the page's script, for pages that are made of the same parts.</summary>
    /// <param name="name">Its name, such as <c>theme</c>.</param>
    public static string Part(string name) => Encoding.UTF8.GetString(Read(name + ".js")!);

    /// <summary>Gets the source expression that lets a content security policy pass one script.</summary>
    /// <param name="script">The script.</param>
    public static string Hash(string script) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";

    private static ChartsScript? ReadCharts()
    {
        if (Read("charts.js.gz") is not { } packed)
        {
            return null;
        }

        using GZipStream gzip = new(new MemoryStream(packed), CompressionMode.Decompress);
        using StreamReader reader = new(gzip, Encoding.UTF8);
        return new ChartsScript(Convert.ToBase64String(packed), Hash(reader.ReadToEnd()));
    }

    private static byte[]? Read(string name)
    {
        using Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Hypermax.Web.{name}");
        if (stream is null)
        {
            return null;
        }

        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
