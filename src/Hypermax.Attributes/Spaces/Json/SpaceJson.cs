#if NET8_0_OR_GREATER
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Hypermax.Spaces;

/// <summary>The canonical JSON form of a search space (the space snapshot) and its hash; see docs/formats/space.md.</summary>
/// <remarks>Invariant to culture and machine: the same space gives the same text and the same hash everywhere.</remarks>
public static class SpaceJson
{
    /// <summary>Writes a space as one line of JSON.</summary>
    /// <param name="space">The space.</param>
    public static string Write(SearchSpace space) => Text(writer => SpaceJsonWriter.Write(writer, space, everything: true));

    /// <summary>Writes a space as a value of a larger JSON text.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="space">The space.</param>
    public static void Write(Utf8JsonWriter writer, SearchSpace space) => SpaceJsonWriter.Write(writer, space, everything: true);

    /// <summary>Reads a space; also the looser form of the ask/tell protocol, in which optional keys are left out.</summary>
    /// <param name="json">An object with a list <c>params</c>.</param>
    /// <returns>The space.</returns>
    /// <exception cref="FormatException">The text does not describe a space; the message names the parameter, the rule and the value.</exception>
    public static SearchSpace Read(JsonElement json) => SpaceJsonReader.Read(json);

    /// <summary>Reads a space from text.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The space.</returns>
    /// <exception cref="FormatException">The text is not JSON or does not describe a space.</exception>
    public static SearchSpace Parse(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException error)
        {
            throw new FormatException($"The search space is not valid JSON: {error.Message}", error);
        }
    }

    /// <summary>Gets the hash of what decides which points exist: 16 hexadecimal digits.</summary>
    /// <remarks>Descriptions, units, defaults, former names and source positions do not enter;
    /// names, laws, bounds, choices, conditions and relations do.</remarks>
    /// <param name="space">The space.</param>
    public static string Hash(SearchSpace space)
    {
        string canonical = Text(writer => SpaceJsonWriter.Write(writer, space, everything: false));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)).AsSpan(0, 8)).ToLowerInvariant();
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, SpaceJsonWriter.Options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
#endif
