#if NET8_0_OR_GREATER
using System.Text.Json;
using Hypermax.Spaces;

namespace Hypermax;

/// <summary>Turns values of search-space types into JSON and back, without reflection.</summary>
/// <remarks>The form is that of a point: one flat object from the paths of the active parameters to their values (docs/formats/space.md).
/// Safe for trimmed and Native AOT apps.</remarks>
public static class ValueJson
{
    /// <summary>Writes a value as one line of JSON.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="space">The space of the type.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value holds something that the space cannot express.</exception>
    public static string ToJson<T>(this SearchSpace<T> space, T value) => PointJson.Write(space, space.Unbind(value));

    /// <summary>Reads a value and checks it whole: names, kinds, ranges, relations and the type's own predicate.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="space">The space of the type.</param>
    /// <param name="json">The text.</param>
    /// <exception cref="FormatException">The text is not JSON or is no point of the space; the message names what is wrong.</exception>
    public static T FromJson<T>(this SearchSpace<T> space, string json)
    {
        double[] vector;
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            vector = PointJson.ReadVector(space, document.RootElement);
        }
        catch (JsonException error)
        {
            throw new FormatException($"The value of '{space.Name}' is not valid JSON: {error.Message}", error);
        }

        T value = space.Bind(vector);
        IReadOnlyList<string> violations = space.Validate(value);
        return violations.Count == 0 ? value : throw new FormatException(string.Join(Environment.NewLine, violations));
    }
}
#endif
