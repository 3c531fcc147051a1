using Microsoft.Extensions.Configuration;

namespace Hypermax.Hosting.Parameters;

/// <summary>Where the values of a search-space type come from.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <param name="Name">The name of the options.</param>
/// <param name="Section">The section of the configuration.</param>
/// <param name="Fallback">What counts where the section says nothing; null for the defaults of the parameters.</param>
internal sealed record ParameterSource<T>(string Name, IConfigurationSection Section, T? Fallback)
    where T : class, ISearchSpace<T>
{
    /// <summary>Reads the section as it is now.</summary>
    /// <exception cref="FormatException">It is no point of the space; the message has a line for everything that is wrong.</exception>
    public T Read()
    {
        IEnumerable<KeyValuePair<string, string?>> texts = Section.AsEnumerable(makePathsRelative: true).Where(text => text.Key.Length > 0);
        return Fallback is null ? T.SearchSpace.FromTexts(texts, Section.Path) : T.SearchSpace.FromTexts(texts, Fallback, Section.Path);
    }
}
