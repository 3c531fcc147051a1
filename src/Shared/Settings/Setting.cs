using System.Text;

namespace Hypermax.Settings;

/// <summary>One thing that people can set: its name, rule and meaning, and where it may be given.</summary>
/// <param name="name">The name that all surfaces share, each with its own decoration.</param>
/// <param name="surfaces">Where the setting may be given.</param>
/// <param name="meaning">What the setting says, so that "says …" is a sentence.</param>
/// <param name="example">A value that remedies show.</param>
internal abstract class Setting(string name, Surfaces surfaces, string meaning, string example)
{
    /// <summary>What the names of all properties begin with.</summary>
    public const string Prefix = "Hypertune";

    /// <summary>What switches off what a lower level set.</summary>
    public const string None = "none";

    /// <summary>Gets the name.</summary>
    public string Name { get; } = name;

    /// <summary>Gets where the setting may be given.</summary>
    public Surfaces Surfaces { get; } = surfaces;

    /// <summary>Gets what the setting says, so that "says …" is a sentence: "how many trials run at once".</summary>
    public string Meaning { get; } = meaning;

    /// <summary>Gets what holds when nobody gives the setting, in words.</summary>
    public string Default { get; init; } = "none";

    /// <summary>Gets a value that remedies show.</summary>
    public string Example { get; } = example;

    /// <summary>Gets what an attribute calls the setting; its name, but for old ones.</summary>
    public string AttributeName { get; init; } = name;

    /// <summary>Gets the enumeration that an attribute has for the names, or null for texts.</summary>
    public string? AttributeEnum { get; init; }

    /// <summary>Gets the value by which an attribute, which cannot say "none", means it: 0 or NaN.</summary>
    public string? AttributeNone { get; init; }

    /// <summary>Gets whether "none" is an answer, which switches off what a lower level set.</summary>
    public bool CanBeNone => AttributeNone is not null;

    /// <summary>Gets whether 0 means "none" wherever it is given.</summary>
    public bool IsNoneAtZero { get; init; }

    /// <summary>Gets whether the value is a path, which counts from the folder of the project or of the file it stands in.</summary>
    public bool IsPath { get; init; }

    /// <summary>Gets what makes of a value, or of a text with one in it, what people may see; null where they may see all of it.</summary>
    /// <remarks>Where it makes a difference the value holds a secret, which belongs into no file.</remarks>
    public Func<string, string>? Mask { get; init; }

    /// <summary>Gets whether the setting asks for one run, so that it says nothing about the next.</summary>
    public bool IsOnce { get; init; }

    /// <summary>Gets the option of <c>hypermax run</c> that gives it besides <c>--property</c>, or null.</summary>
    public string? Shortcut { get; init; }

    /// <summary>Gets the name as a property of the build.</summary>
    public string Property => Prefix + Name;

    /// <summary>Gets the name as an environment variable, such as <c>HYPERTUNE_TRIAL_SECONDS</c>.</summary>
    public string Variable => Snake(Property);

    /// <summary>Gets the name as a key of JSON.</summary>
    public string Key => char.ToLowerInvariant(Name[0]) + Name.Substring(1);

    /// <summary>Gets what a value must be, so that "must be …" is a sentence.</summary>
    public abstract string RuleWords { get; }

    /// <summary>Gets the type of the values.</summary>
    public abstract Type ValueType { get; }

    /// <summary>Reads a value as people write it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value.</param>
    /// <param name="hint">What is wrong in particular, or null where the rule says it all.</param>
    public abstract bool TryRead(string text, out object? value, out string? hint);

    /// <summary>Writes a value so that it can be read again.</summary>
    public abstract string Write(object value);

    /// <summary>Writes a value, or "none" for null.</summary>
    public string WriteOrNone(object? value) => value is null ? None : Write(value);

    /// <summary>Gets what people may see of a value, or of a text with one in it.</summary>
    public string Show(string text) => Mask is null ? text : Mask(text);

    public override string ToString() => Name;

    private static string Snake(string name)
    {
        StringBuilder text = new();
        foreach (char letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToUpperInvariant(letter));
        }

        return text.ToString();
    }
}
