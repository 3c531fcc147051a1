using System.Globalization;

namespace Hypermax.Settings;

/// <summary>What values of a setting must be, and how they are read and written.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="words">The rule, so that "must be …" is a sentence.</param>
internal abstract class Rule<T>(string words)
    where T : notnull
{
    /// <summary>Gets the rule, so that "must be …" is a sentence.</summary>
    public string Words { get; } = words;

    /// <summary>Reads a value as people write it, whether or not it is acceptable.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value.</param>
    /// <param name="hint">What is wrong in particular, as a sentence, or null where the rule says it all.</param>
    public abstract bool TryRead(string text, out T value, out string? hint);

    /// <summary>Tells whether a value keeps the rule.</summary>
    public virtual bool Accepts(T value) => true;

    /// <summary>Writes a value so that it can be read again.</summary>
    public virtual string Write(T value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
