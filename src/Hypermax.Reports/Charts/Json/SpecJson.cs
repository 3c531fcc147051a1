using System.Text.Json;
using Hypermax.Tables;

namespace Hypermax.Charts.Json;

/// <summary>Writes the specification of a chart.</summary>
internal static class SpecJson
{
    public static void Write(Utf8JsonWriter json, Chart chart, ColumnPool pool)
    {
        ChartSpec spec = chart.Spec;
        json.WriteStartObject();
        json.WriteString("name", spec.Name);
        json.WriteString("kind", spec.Kind);
        json.WriteString("title", spec.Title);
        WriteText(json, "note", spec.Note);
        json.WriteString("description", spec.Description);
        WriteTexts(json, "parameters", spec.Parameters);
        json.WriteNumber("width", spec.Width);
        json.WriteNumber("height", spec.Height);
        WriteAxis(json, "x", spec.X);
        WriteAxis(json, "y", spec.Y);
        WriteColors(json, spec.Colors);
        json.WriteStartArray("layers");
        foreach (Layer layer in spec.Layers)
        {
            LayerJson.Write(json, layer);
        }

        json.WriteEndArray();
        json.WriteStartObject("tables");
        json.WritePropertyName(string.Empty);
        WriteTable(json, chart.Table, pool);
        foreach ((string name, Table table) in chart.Parts)
        {
            json.WritePropertyName(name);
            WriteTable(json, table, pool);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteTable(Utf8JsonWriter json, Table table, ColumnPool pool)
    {
        json.WriteStartObject();
        json.WriteNumber("rows", table.RowCount);
        json.WriteStartObject("columns");
        foreach (Column column in table.Columns)
        {
            json.WriteNumber(column.Name, pool.IndexOf(column));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteAxis(Utf8JsonWriter json, string name, Axis? axis)
    {
        if (axis is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("title", axis.Title);
        json.WriteString("scale", Word(axis.Scale));
        json.WritePropertyName("min");
        ChartJsonWriter.WriteNumber(json, axis.Min, 17);
        json.WritePropertyName("max");
        ChartJsonWriter.WriteNumber(json, axis.Max, 17);
        if (axis.Categories is not null)
        {
            WriteTexts(json, "categories", axis.Categories);
        }

        WriteFlag(json, "reversed", axis.IsReversed);
        WriteFlag(json, "whole", axis.IsWhole);
        if (axis.TickValues is not null)
        {
            json.WriteStartArray("ticks");
            foreach (double value in axis.TickValues)
            {
                ChartJsonWriter.WriteNumber(json, value, 17);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    public static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    public static void WriteFlag(Utf8JsonWriter json, string name, bool flag)
    {
        if (flag)
        {
            json.WriteBoolean(name, true);
        }
    }

    /// <summary>Gets a name of an enumeration as files have it: in lower case.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteColors(Utf8JsonWriter json, ColorScale? colors)
    {
        if (colors is null)
        {
            return;
        }

        json.WriteStartObject("colors");
        json.WriteString("title", colors.Title);
        WriteFlag(json, "log", colors.IsLog);
        json.WriteStartArray("stops");
        foreach (ColorStop stop in colors.Stops)
        {
            json.WriteStartArray();
            ChartJsonWriter.WriteNumber(json, stop.Value, 17);
            json.WriteStringValue(stop.Color.ToString());
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("roles");
        foreach (ColorLabel role in colors.Roles)
        {
            json.WriteStartArray();
            json.WriteStringValue(role.Label);
            json.WriteStringValue(Word(role.Role));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
