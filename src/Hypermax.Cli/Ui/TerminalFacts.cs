using Hypermax.Ui.Text;

namespace Hypermax.Ui;

/// <summary>What the terminal of this process can do.</summary>
internal static class TerminalFacts
{
    /// <summary>Gets whether there is a terminal to draw on and to read keys from.</summary>
    public static bool IsThere =>
        !Console.IsOutputRedirected && !Console.IsInputRedirected && Environment.GetEnvironmentVariable("TERM") is not ("dumb" or "");

    /// <summary>Gets whether there may be colours: see no-color.org.</summary>
    public static bool HasColours => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Gets whether more than ASCII can be shown: on Unix the locale says so.</summary>
    public static bool IsUnicode => OperatingSystem.IsWindows() || Locale.Replace("-", string.Empty, StringComparison.Ordinal)
        .Contains("UTF8", StringComparison.OrdinalIgnoreCase);

    /// <summary>Gets the room there is.</summary>
    public static Area Area
    {
        get
        {
            (int width, int height) = (Console.WindowWidth, Console.WindowHeight);
            return new Area(width > 0 ? width : 80, height > 0 ? height : 24, IsUnicode);
        }
    }

    // The first that is set decides.
    private static string Locale => ((string[])["LC_ALL", "LC_CTYPE", "LANG"])
        .Select(Environment.GetEnvironmentVariable)
        .FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? string.Empty;
}
