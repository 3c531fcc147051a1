using System.Text.Json;

namespace Hypermax.Spaces;

/// <summary>Writes a point flat, from paths to values, as programs get it; a continuous value is a float, <c>1.0</c>, as in the nested form.</summary>
internal static class FlatPointJson
{
    /// <summary>Writes a point as a value of a larger JSON text.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="space">The space.</param>
    /// <param name="point">The point; parameters that do not exist there are left out.</param>
    public static void Write(Utf8JsonWriter writer, SearchSpace space, Point point)
    {
        writer.WriteStartObject();
        for (int i = 0; i < space.Count; i++)
        {
            if (point.Has(i))
            {
                writer.WritePropertyName(space.Parameters[i].Name);
                NestedPointJson.WriteValue(writer, space.Parameters[i], point[i]);
            }
        }

        writer.WriteEndObject();
    }
}
