using Hypermax.Settings;
using Microsoft.Build.Framework;

namespace Hypermax.Build.Preparing;

/// <summary>The properties that whoever started a build gave it on the command line.</summary>
/// <remarks>What the targets hand to tasks stands in logs, so they leave out passwords; here is the whole of them.</remarks>
internal sealed class GlobalProperties
{
    private readonly Dictionary<string, string> _values;

    private GlobalProperties(IEnumerable<KeyValuePair<string, string>> values) =>
        _values = values.ToDictionary(value => value.Key, value => value.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets their names.</summary>
    public IEnumerable<string> Names => _values.Keys;

    /// <summary>Gets those of a build; none where MSBuild is too old to tell.</summary>
    public static GlobalProperties Of(IBuildEngine engine) => new(engine is IBuildEngine6 newer ? newer.GetGlobalProperties() : []);

    /// <summary>Tells whether a property was given.</summary>
    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>Gets a property with the password that the targets left out.</summary>
    public KeyValuePair<string, string> Whole(KeyValuePair<string, string> property) =>
        StoreText.IsMasked(property.Value) && _values.TryGetValue(property.Key, out string? whole) ? new(property.Key, whole) : property;

    /// <summary>Gets the address of the store where it has a password, which only the environment of a process may carry; else null.</summary>
    public string? SecretStore => _values.TryGetValue(StudySettings.Store.Property, out string? store) && StoreText.HasPassword(store) ? store : null;
}
