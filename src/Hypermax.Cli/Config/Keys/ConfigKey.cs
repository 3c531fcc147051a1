using System.Globalization;
using Hypermax.Settings;

namespace Hypermax.Config.Keys;

/// <summary>One key of a configuration: the reader, the schema and the documentation are made from these.</summary>
/// <param name="name">The key.</param>
/// <param name="shape">What its value may be.</param>
/// <param name="meaning">What it says, so that "says …" is a sentence.</param>
/// <param name="example">A value that remedies show, in JSON.</param>
internal sealed class ConfigKey(string name, Shape shape, string meaning, string example)
{
    /// <summary>Gets the key.</summary>
    public string Name { get; } = name;

    /// <summary>Gets what its value may be.</summary>
    public Shape Shape { get; } = shape;

    /// <summary>Gets what it says, so that "says …" is a sentence.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>Gets a value that remedies show, in JSON.</summary>
    public string Example { get; } = example;

    /// <summary>Gets the setting that it is another name of, or null.</summary>
    public Setting? Setting { get; init; }

    /// <summary>Gets the kinds of function that it belongs to; empty for all.</summary>
    public IReadOnlyList<string> Functions { get; init; } = [];

    /// <summary>Gets what it says, as a sentence.</summary>
    public string Description => char.ToUpper(Meaning[0], CultureInfo.InvariantCulture) + Meaning[1..] + ".";

    /// <summary>Makes the key of a setting.</summary>
    /// <param name="name">The key.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="example">A value that remedies show, in JSON.</param>
    public static ConfigKey Of(string name, Setting setting, string example) =>
        new(name, new SettingShape(setting, isLenient: false), setting.Meaning, example) { Setting = setting };
}
