#if NET8_0_OR_GREATER
using System.Text.Json;

namespace Hypermax.Spaces;

/// <summary>The JSON form of relations: the kind, the members by name, and what else the kind needs.</summary>
internal static class RelationJson
{
    public static void Write(Utf8JsonWriter writer, SearchSpace space, Relation relation)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", relation switch
        {
            LessThanRelation less => less.OrEqual ? "atMost" : "lessThan",
            SumRelation => "sum",
            _ => relation.GetType().Name,
        });
        writer.WriteStartArray("members");
        foreach (int member in relation.Members)
        {
            writer.WriteStringValue(space.Parameters[member].Name);
        }

        writer.WriteEndArray();
        if (relation is SumRelation sum)
        {
            writer.WriteNumber("total", sum.Total);
        }

        writer.WriteEndObject();
    }

    public static IReadOnlyList<Relation> Read(JsonElement space, List<Parameter> parameters)
    {
        if (!space.TryGetProperty("relations", out JsonElement relations) || relations.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        return [.. relations.EnumerateArray().Select(relation => ReadOne(relation, parameters))];
    }

    private static Relation ReadOne(JsonElement json, List<Parameter> parameters)
    {
        string? kind = json.TryGetProperty("kind", out JsonElement given) ? given.GetString() : null;
        if (!json.TryGetProperty("members", out JsonElement list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() < 2)
        {
            throw new FormatException($"A relation of kind '{kind}' has no list 'members' of at least two parameters; name them.");
        }

        int[] members = [.. list.EnumerateArray().Select(member => IndexOf(member.GetString(), kind, parameters))];
        return kind switch
        {
            "lessThan" => new LessThanRelation(members),
            "atMost" => new LessThanRelation(members, OrEqual: true),
            "sum" when json.TryGetProperty("total", out JsonElement total) && total.ValueKind == JsonValueKind.Number => new SumRelation(members, total.GetDouble()),
            "sum" => throw new FormatException("A relation of kind 'sum' has no number 'total'; say what the members add up to."),
            _ => throw new FormatException($"A relation has the kind '{kind}'; it must be 'lessThan', 'atMost' or 'sum'."),
        };
    }

    private static int IndexOf(string? name, string? kind, List<Parameter> parameters)
    {
        int index = parameters.FindIndex(parameter => parameter.Name == name);
        return index >= 0 ? index : throw new FormatException($"A relation of kind '{kind}' names '{name}', which is no parameter of the space.");
    }
}
#endif
