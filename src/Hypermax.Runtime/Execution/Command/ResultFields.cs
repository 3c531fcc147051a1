using System.Text.Json;

namespace Hypermax.Execution.Command;

/// <summary>Sorts the extra fields of a result into metrics (numbers) and attributes (everything else), nested ones by path.</summary>
internal sealed class ResultFields
{
    public Dictionary<string, double> Metrics { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    public void Add(string path, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                Metrics[path] = value.TryGetDouble(out double figure) ? figure : double.NaN;
                break;
            case JsonValueKind.String when LenientJson.TryNamedNumber(value.GetString()!, out double named):
                Metrics[path] = named;
                break;
            case JsonValueKind.String:
                Attributes[path] = value.GetString()!;
                break;
            case JsonValueKind.Object:
                foreach (JsonProperty property in value.EnumerateObject())
                {
                    Add($"{path}.{property.Name}", property.Value);
                }

                break;
            case JsonValueKind.Null:
                break;
            default:
                Attributes[path] = value.GetRawText();
                break;
        }
    }
}
