using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Hypermax.Generators.Tests.Harness;

/// <summary>An additional file in memory.</summary>
public sealed class TextFile(string path, string text) : AdditionalText
{
    public override string Path { get; } = path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
