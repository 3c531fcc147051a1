namespace Hypermax.Dashboard.Contracts;

/// <summary>A file that a trial left.</summary>
/// <param name="Path">Its path below the folder of the trial, with forward slashes.</param>
/// <param name="Bytes">How large it is.</param>
/// <param name="Written">When it was written last.</param>
/// <param name="Preview">How it can be shown: image, audio, table or text; null where it can only be downloaded.</param>
internal sealed record ArtifactEntry(string Path, long Bytes, DateTimeOffset Written, string? Preview);
