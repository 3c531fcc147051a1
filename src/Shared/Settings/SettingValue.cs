namespace Hypermax.Settings;

/// <summary>What was given for a setting.</summary>
/// <param name="Value">The value; null for "none", which switches off what a lower level set.</param>
/// <param name="Source">Where it was given, so that what is wrong with it can be said in the words of that place.</param>
internal sealed record SettingValue(object? Value, SettingSource Source);
