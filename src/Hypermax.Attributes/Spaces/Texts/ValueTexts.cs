#if NET8_0_OR_GREATER
using Hypermax.Spaces.Texts;

namespace Hypermax;

/// <summary>Makes values of search-space types from texts by name, such as a section of configuration, without reflection.</summary>
/// <remarks>
/// <para>Names are the paths of the parameters, with dots or colons between the segments, in any case. A branch is chosen by its name, or by what
/// stands below it; the length of a list follows from its elements; what has no text has its default.</para>
/// <para>Safe for trimmed and Native AOT apps, and for several threads at once.</para>
/// </remarks>
public static class ValueTexts
{
    /// <summary>Makes a value and checks it whole: names, kinds, ranges, relations and the type's own predicate.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="space">The space of the type.</param>
    /// <param name="texts">Texts by name; null and blank ones count as not given. <c>section.AsEnumerable(makePathsRelative: true)</c> of a configuration is
    /// one.</param>
    /// <param name="place">What errors name before the parameter, such as the path of the section; by default nothing.</param>
    /// <exception cref="FormatException">The texts describe no point of the space. The message has a line for everything that is wrong: the name, the rule,
    /// the text and the remedy.</exception>
    public static T FromTexts<T>(this SearchSpace<T> space, IEnumerable<KeyValuePair<string, string?>> texts, string place = "") =>
        PointTexts.Read(space, texts, place, fallback: null);

    /// <summary>Makes a value in which what has no text is that of another value, such as the tuned one.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="space">The space of the type.</param>
    /// <param name="texts">Texts by name; null and blank ones count as not given.</param>
    /// <param name="fallback">The other value; returned itself where no text is given.</param>
    /// <param name="place">What errors name before the parameter; by default nothing.</param>
    /// <exception cref="FormatException">The texts describe no point of the space; a line for everything that is wrong.</exception>
    /// <exception cref="ArgumentException">The fallback holds something that the space cannot express.</exception>
    public static T FromTexts<T>(this SearchSpace<T> space, IEnumerable<KeyValuePair<string, string?>> texts, T fallback, string place = "")
    {
        KeyValuePair<string, string?>[] given = [.. texts.Where(text => !string.IsNullOrWhiteSpace(text.Value))];
        return given.Length == 0 ? fallback : PointTexts.Read(space, given, place, space.Unbind(fallback));
    }
}
#endif
