using System.Text.Json;

namespace Hypermax.Charts.Json;

/// <summary>Writes one layer: its kind, its table, the names of its columns, and what differs from the usual.</summary>
internal static class LayerJson
{
    public static void Write(Utf8JsonWriter json, Layer layer)
    {
        json.WriteStartObject();
        json.WriteString("kind", layer.Kind);
        json.WriteString("table", layer.Table);
        SpecJson.WriteText(json, "label", layer.Label);
        json.WriteString("role", SpecJson.Word(layer.Role));
        json.WriteNumber("opacity", layer.Opacity);
        switch (layer)
        {
            case PointsLayer points:
                WriteColumns(
                    json, ("x", points.X), ("xValue", points.XValue), ("y", points.Y), ("color", points.Color), ("size", points.Size), ("trial", points.Trial));
                json.WriteNumber("radius", points.Radius);
                SpecJson.WriteFlag(json, "cross", points.IsCross);
                break;
            case LineLayer line:
                WriteColumns(json, ("x", line.X), ("y", line.Y), ("series", line.Series), ("color", line.Color), ("trial", line.Trial));
                json.WriteNumber("width", line.Width);
                SpecJson.WriteFlag(json, "step", line.IsStep);
                SpecJson.WriteFlag(json, "dashed", line.IsDashed);
                break;
            case BandLayer band:
                WriteColumns(json, ("x", band.X), ("low", band.Low), ("high", band.High));
                break;
            case BarsLayer bars:
                WriteColumns(json, ("place", bars.Place), ("value", bars.Value), ("low", bars.Low), ("high", bars.High), ("text", bars.Text));
                SpecJson.WriteFlag(json, "horizontal", bars.IsHorizontal);
                json.WriteNumber("thickness", bars.Thickness);
                json.WriteNumber("offset", bars.Offset);
                break;
            case SpansLayer spans:
                WriteColumns(json, ("from", spans.From), ("to", spans.To), ("lane", spans.Lane), ("color", spans.Color), ("trial", spans.Trial));
                break;
            case CellsLayer cells:
                WriteColumns(json, ("x1", cells.X1), ("x2", cells.X2), ("y1", cells.Y1), ("y2", cells.Y2), ("color", cells.Color), ("text", cells.Text));
                json.WriteNumber("across", cells.AcrossCount);
                SpecJson.WriteFlag(json, "smooth", cells.IsSmooth);
                break;
            case RuleLayer rule:
                json.WriteNumber("value", rule.Value);
                SpecJson.WriteFlag(json, "vertical", rule.IsVertical);
                break;
            case ParallelLayer parallel:
                WriteParallel(json, parallel);
                break;
            default:
                throw new NotSupportedException($"Layer '{layer.Kind}' has no JSON form; add it to {nameof(LayerJson)}.");
        }

        json.WriteEndObject();
    }

    private static void WriteColumns(Utf8JsonWriter json, params ReadOnlySpan<(string Name, string? Column)> columns)
    {
        foreach ((string name, string? column) in columns)
        {
            SpecJson.WriteText(json, name, column);
        }
    }

    private static void WriteParallel(Utf8JsonWriter json, ParallelLayer parallel)
    {
        WriteColumns(json, ("color", parallel.Color), ("trial", parallel.Trial));
        json.WriteStartArray("axes");
        foreach (ParallelAxis axis in parallel.Axes)
        {
            json.WriteStartObject();
            json.WriteString("column", axis.Column);
            SpecJson.WriteAxis(json, "axis", axis.Axis);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
