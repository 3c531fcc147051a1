using Hypermax.Settings;

namespace Hypermax.Sampling;

/// <summary>A method of search: what options it has, and how its sampler is made of them.</summary>
internal abstract class Method
{
    /// <summary>Gets the options.</summary>
    public abstract IReadOnlyList<OptionRow> Rows { get; }

    /// <summary>Makes a sampler; null where something is wrong with the options.</summary>
    public abstract ISampler? Create(IReadOnlyDictionary<string, string> given, Violations violations);
}
