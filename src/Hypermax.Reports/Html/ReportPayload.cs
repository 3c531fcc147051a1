using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hypermax.Charts;
using Hypermax.Charts.Drawing;
using Hypermax.Charts.Json;
using Hypermax.Reports;

namespace Hypermax.Html;

/// <summary>What the page's scripts work with, as compressed JSON in base64; the form of charts is that of docs/formats/chart.md.</summary>
internal static class ReportPayload
{
    // Six digits are finer than any screen; 10,000 trials of 30 parameters stay below 2 MB with four. All digits stand in results.csv.
    private const int Digits = 6;
    private const int FewerDigits = 4;
    private const int ManyCells = 200_000;

    /// <summary>Gets the text to stand in the page.</summary>
    /// <param name="data">The study.</param>
    /// <param name="charts">The charts to be drawn by script.</param>
    /// <param name="chooseCommand">The command that chooses a trial of a front, or null.</param>
    public static string Create(StudyData data, IReadOnlyList<Chart> charts, string? chooseCommand = null)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        using (Utf8JsonWriter json = new(gzip, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("valueName", data.ValueName);
            json.WriteBoolean("larger", data.Direction == Direction.Maximize);
            WriteFront(json, data, chooseCommand);
            WriteThemes(json);
            ChartJsonWriter.WriteMembers(json, charts, TrialTables.Create(data), data.Finished.Count * data.Space.Count > ManyCells ? FewerDigits : Digits);
            json.WriteEndObject();
        }

        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }

    /// <summary>Writes the colours of charts as the member <c>themes</c>.</summary>
    public static void WriteThemes(Utf8JsonWriter json)
    {
        json.WriteStartObject("themes");
        WriteTheme(json, "light", ChartTheme.Light, isDark: false);
        WriteTheme(json, "dark", ChartTheme.Dark, isDark: true);
        json.WriteEndObject();
    }

    // What the dialog of a trial says of the front.
    private static void WriteFront(Utf8JsonWriter json, StudyData data, string? chooseCommand)
    {
        if (!data.HasFront)
        {
            return;
        }

        json.WriteStartArray("front");
        foreach (TrialRecord trial in data.Front)
        {
            json.WriteNumberValue(trial.Number);
        }

        json.WriteEndArray();
        if (chooseCommand is not null)
        {
            json.WriteString("chooseCommand", chooseCommand);
        }
    }

    private static void WriteTheme(Utf8JsonWriter json, string name, ChartTheme theme, bool isDark)
    {
        json.WriteStartObject(name);
        json.WriteBoolean("isDark", isDark);
        json.WriteString("paper", theme.Paper.ToString());
        json.WriteString("ink", theme.Ink.ToString());
        json.WriteString("quiet", theme.FaintInk.ToString());
        json.WriteString("line", theme.AxisLine.ToString());
        json.WriteString("grid", theme.GridLine.ToString());
        json.WriteStartObject("roles");
        foreach ((ColorRole role, Rgb color) in theme.Roles)
        {
            json.WriteString(role.ToString().ToLowerInvariant(), color.ToString());
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
