#if NET8_0_OR_GREATER
using System.Text.Json;

namespace Hypermax.Spaces;

/// <summary>The JSON form of relations: the kind, the members by name, and what else the kind needs.</summary>
internal static class RelationJson
{
    public static void Write(Utf8JsonWriter writer, SearchSpace space, Relation relation)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", relation.GetType().Name);
        writer.WriteStartArray("members");
        foreach (int member in relation.Members)
        {
            writer.WriteStringValue(space.Parameters[member].Name);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
#endif
