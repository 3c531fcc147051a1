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

    public static IReadOnlyList<Relation> Read(CheckedObject space, List<Parameter> parameters) =>
        [.. (space.List("relations") ?? []).Select(relation => ReadOne(relation.Value, relation.Path, parameters))];

    /// <summary>Reads a list of relations that stands by itself.</summary>
    /// <param name="json">The list.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="parameters">The parameters that it may name.</param>
    /// <exception cref="FormatException">It is no list of relations, or names a parameter that does not exist.</exception>
    public static IReadOnlyList<Relation> Read(JsonElement json, string path, IReadOnlyList<Parameter> parameters)
    {
        List<Parameter> known = [.. parameters];
        return json.ValueKind == JsonValueKind.Array
            ? [.. json.EnumerateArray().Select((relation, i) => ReadOne(relation, FormattableString.Invariant($"{path}[{i}]"), known))]
            : throw new FormatException($"'{path}' is {json.GetRawText()}; it must be a list. Write it in brackets.");
    }

    private static Relation ReadOne(JsonElement json, string path, List<Parameter> parameters)
    {
        CheckedObject any = CheckedObject.Of(json, path, "a relation", "kind", "members", "total");
        string? kind = any.Text("kind");
        if (kind is not ("lessThan" or "atMost" or "sum"))
        {
            throw new FormatException(
                $"'{path}.kind' is {(kind is null ? "missing" : $"'{kind}'")}; it must be 'lessThan', 'atMost' or 'sum'. Use one of these.");
        }

        CheckedObject own = kind == "sum" ? any : CheckedObject.Of(json, path, $"the relation '{kind}'", "kind", "members");
        int[] members = [.. (own.List("members") ?? []).Select(member => IndexOf(CheckedObject.TextOf(member.Value, member.Path), member.Path, parameters))];
        return kind switch
        {
            "lessThan" => new LessThanRelation(members),
            "atMost" => new LessThanRelation(members, OrEqual: true),
            _ => new SumRelation(
                members,
                own.Number("total")
                    ?? throw new FormatException($"'{path}.total' is missing; a relation of kind 'sum' says what the members add up to. Add it.")),
        };
    }

    private static int IndexOf(string name, string path, List<Parameter> parameters)
    {
        int index = parameters.FindIndex(parameter => parameter.Name == name);
        return index >= 0
            ? index
            : throw new FormatException(
                $"'{path}' is '{name}', which is no parameter of the space. "
                + (Errors.NearestName.Of(name, parameters.Select(parameter => parameter.Name)) is { } nearest ? $"Did you mean '{nearest}'?" : "Name one."));
    }
}
#endif
