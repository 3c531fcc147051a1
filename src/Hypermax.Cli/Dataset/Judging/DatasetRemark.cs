namespace Hypermax.Dataset.Judging;

/// <summary>One thing that was looked at in a data set, and what was found.</summary>
/// <param name="Level">Whether it is well.</param>
/// <param name="About">What it is about, in one word.</param>
/// <param name="Text">What was found, in whole sentences; what to do where it is not well.</param>
internal sealed record DatasetRemark(DatasetLevel Level, string About, string Text);
