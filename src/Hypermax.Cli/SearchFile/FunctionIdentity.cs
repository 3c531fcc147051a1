using Hypermax.Config.Faults;
using Hypermax.Config;
using Hypermax.Config.Text;

namespace Hypermax.SearchFile;

/// <summary>What makes a function another one as the configuration names it; how it runs and what it may use may differ every time.</summary>
internal static class FunctionIdentity
{
    private static readonly string[] Keys = ["module", "name", "command", "executable", "arguments", "assembly", "objective"];

    /// <summary>Gets what names a function, as JSON.</summary>
    /// <param name="function">The section <c>function</c>.</param>
    public static string Of(Node function) => string.Join(
        '\n', Keys.Select(key => function.Find(key) is { } entry ? $"{key}: {NodeJson.Write(entry.Value, indented: false)}" : string.Empty));

    /// <summary>Gets what names the function of a folder of results, or null where that is not known.</summary>
    /// <param name="folder">The folder.</param>
    public static string? OfFolder(string folder)
    {
        string file = Path.Combine(folder, EarlierResults.Configuration);
        try
        {
            return File.Exists(file) && ConfigReader.Read(file, new FaultList())?.Root.Find("function") is { } function ? Of(function.Value) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
