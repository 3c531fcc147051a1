namespace Hypermax.Build.Protocol;

/// <summary>Something that the build target may report.</summary>
/// <param name="id">The id, such as <c>HMXB0002</c>.</param>
/// <param name="severity">How it is shown.</param>
/// <param name="title">What it means, for the guide: no sentence, in Markdown.</param>
internal sealed class BuildRule(string id, LineKind severity, string title)
{
    /// <summary>The page of the documentation that says it too.</summary>
    public const string Page = "docs/guide/build.md";

    /// <summary>Gets the id, such as <c>HMXB0002</c>.</summary>
    public string Id { get; } = id;

    /// <summary>Gets how it is shown: <see cref="LineKind.Error"/>, <see cref="LineKind.Warning"/> or <see cref="LineKind.Information"/>.</summary>
    public LineKind Severity { get; } = severity;

    /// <summary>Gets what it means.</summary>
    public string Title { get; } = title;

    /// <summary>Gets the severity in a word.</summary>
    public string SeverityWord => Severity switch { LineKind.Error => "error", LineKind.Warning => "warning", _ => "info" };

    public override string ToString() => Id;
}
