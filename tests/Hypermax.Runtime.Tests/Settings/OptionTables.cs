using System.Globalization;
using System.Text;
using Hypermax.Settings;

namespace Hypermax.Tests.Settings;

/// <summary>The tables of options in the guides.</summary>
internal static class OptionTables
{
    /// <summary>Writes a heading and a row for each option.</summary>
    public static void Append(StringBuilder text, string heading, IEnumerable<OptionRow> rows)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"## {heading}");
        text.AppendLine();
        text.AppendLine("| option | says | must be | default |");
        text.AppendLine("| --- | --- | --- | --- |");
        foreach (OptionRow row in rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| `{row.Name}` | {row.Meaning} | {row.Rule} | {row.Default} |");
        }

        text.AppendLine();
    }
}
