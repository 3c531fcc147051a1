namespace Hypermax.Settings;

/// <summary>What the documentation says of an option.</summary>
/// <param name="Name">What people write.</param>
/// <param name="Rule">What a value must be.</param>
/// <param name="Default">What holds when nobody gives it.</param>
/// <param name="Meaning">What it says.</param>
internal sealed record OptionRow(string Name, string Rule, string Default, string Meaning);
