using System.Text.Json;

namespace Hypermax.Spaces.SearchJson;

/// <summary>Reads and writes <c>relations</c> of the outermost object, in the form of the space snapshot: an extension of ours.</summary>
internal static class SearchJsonRelations
{
    public const string Key = "relations";
    private const string Path = "hyperparameters";

    /// <summary>Gets the space with what the text says of its parameters together.</summary>
    /// <param name="space">The space without relations.</param>
    /// <param name="json">The text that it was read from.</param>
    /// <exception cref="FormatException">A relation cannot hold, or names a parameter that does not exist.</exception>
    public static SearchSpace AddTo(SearchSpace space, string json)
    {
        using JsonDocument document = JsonDocument.Parse(json, SearchJsonReader.Lenient);
        JsonElement section = SearchJsonReader.SectionOf(document);
        bool hasRelations = section.TryGetProperty(Key, out JsonElement relations) && relations.ValueKind != JsonValueKind.Null;
        try
        {
            return new SearchSpace(space.Name, space.Parameters, hasRelations ? RelationJson.Read(relations, $"{Path}.{Key}", space.Parameters) : null)
            {
                IsOfSearchJson = true,
            };
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            throw new SearchJsonException([new SearchJsonFault(Path, Key, error.Message)]);
        }
    }

    public static void Write(Utf8JsonWriter writer, SearchSpace space)
    {
        if (space.Relations.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(Key);
        foreach (Relation relation in space.Relations)
        {
            RelationJson.Write(writer, space, relation);
        }

        writer.WriteEndArray();
    }
}
