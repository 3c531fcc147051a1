using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hypermax.Hosting.Parameters;

/// <summary>Makes values of a search-space type from configuration.</summary>
/// <remarks>The first value of a name must be good; a later one that is not is logged, and the last good one stays.</remarks>
/// <typeparam name="T">The type.</typeparam>
/// <param name="sources">Where values come from, by the names of options.</param>
/// <param name="rules">What the application demands of them besides.</param>
/// <param name="log">Takes what is wrong with a changed section.</param>
internal sealed class ParameterFactory<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>(
    IEnumerable<ParameterSource<T>> sources, IEnumerable<IValidateOptions<T>> rules, ILogger<ParameterFactory<T>> log) : IOptionsFactory<T>
    where T : class, ISearchSpace<T>
{
    private readonly ConcurrentDictionary<string, T> _good = new(StringComparer.Ordinal);

    public T Create(string name)
    {
        ParameterSource<T> source = sources.LastOrDefault(candidate => candidate.Name == name)
            ?? throw new InvalidOperationException(
                $"No section is bound to options '{name}' of '{typeof(T).Name}'; there are {string.Join(", ", sources.Select(known => $"'{known.Name}'"))}. "
                + $"Add it by services.AddHypermaxParameters<{typeof(T).Name}>(\"section\", name: \"{name}\").");
        string[] wrong = Read(name, source, out T? value);
        if (wrong.Length == 0)
        {
            return _good[name] = value!;
        }

        if (_good.TryGetValue(name, out T? before))
        {
            ParameterLog.Refused(log, source.Section.Path, string.Join(" ", wrong));
            return before;
        }

        throw new OptionsValidationException(name, typeof(T), wrong);
    }

    private string[] Read(string name, ParameterSource<T> source, out T? value)
    {
        try
        {
            T read = value = source.Read();
            return [.. rules.Select(rule => rule.Validate(name, read)).Where(result => result.Failed).SelectMany(result => result.Failures!)];
        }
        catch (FormatException error)
        {
            value = null;
            return error.Message.Split(Environment.NewLine);
        }
    }
}
