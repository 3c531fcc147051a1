using System.Text;

namespace Hypermax.Charts.Drawing;

/// <summary>A theme whose colours are variables of a style sheet, so that one picture follows a page from light to dark.</summary>
internal static class PageColors
{
    private static readonly (string Name, Rgb Light, Rgb Dark)[] Shades = [.. List()];

    /// <summary>Gets the theme: colours that stand for names and occur nowhere else.</summary>
    public static ChartTheme Theme { get; } = new()
    {
        Paper = Mark(0),
        Ink = Mark(1),
        FaintInk = Mark(2),
        GridLine = Mark(3),
        AxisLine = Mark(4),
        Roles = Enum.GetValues<ColorRole>().ToDictionary(role => role, role => Mark(5 + (int)role)),
    };

    /// <summary>Gets what to write for each colour of <see cref="Theme"/>.</summary>
    public static IReadOnlyDictionary<Rgb, string> Names { get; } = Shades.Select((shade, i) => (shade.Name, i)).ToDictionary(
        shade => Mark(shade.i), shade => $"var({shade.Name})");

    /// <summary>Gets the rules of the style sheet that give the variables their colours.</summary>
    public static string Style { get; } = Rules();

    private static IEnumerable<(string Name, Rgb Light, Rgb Dark)> List()
    {
        (ChartTheme light, ChartTheme dark) = (ChartTheme.Light, ChartTheme.Dark);
        yield return ("--chart-paper", light.Paper, dark.Paper);
        yield return ("--chart-ink", light.Ink, dark.Ink);
        yield return ("--chart-faint", light.FaintInk, dark.FaintInk);
        yield return ("--chart-grid", light.GridLine, dark.GridLine);
        yield return ("--chart-axis", light.AxisLine, dark.AxisLine);
        foreach (ColorRole role in Enum.GetValues<ColorRole>())
        {
            yield return (FormattableString.Invariant($"--chart-role{(int)role}"), light.Roles[role], dark.Roles[role]);
        }
    }

    /// <summary>Makes a colour that no scale has; its lowest bits are set, so that rounding colours of marks leaves it as it is.</summary>
    private static Rgb Mark(int index) => new(7, (byte)((index << 3) | 7), 15);

    private static string Rules()
    {
        StringBuilder style = new();
        string Declarations(Func<(string Name, Rgb Light, Rgb Dark), Rgb> shade) => string.Join(' ', Shades.Select(each => $"{each.Name}: {shade(each)};"));
        style.Append("figure svg { ").Append(Declarations(shade => shade.Light)).Append(" }\n");
        style.Append(":root[data-theme=\"dark\"] figure svg { ").Append(Declarations(shade => shade.Dark)).Append(" }\n");
        style.Append("@media (prefers-color-scheme: dark) { :root:not([data-theme=\"light\"]) figure svg { ")
            .Append(Declarations(shade => shade.Dark))
            .Append(" } }\n");
        style.Append("@media print { :root figure svg { ")
            .Append(Declarations(shade => shade.Light).Replace(";", " !important;", StringComparison.Ordinal))
            .Append(" } }\n");
        return style.ToString();
    }
}
