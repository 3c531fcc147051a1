using Microsoft.CodeAnalysis;

namespace Hypermax.GeneratorBench;

/// <summary>Looks for the same attribute as ours and makes nothing of what it finds.</summary>
internal sealed class EmptyGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.ForAttributeWithMetadataName("Hypermax.SearchSpaceAttribute", static (_, _) => true, static (_, _) => 0),
        static (_, _) => { });
}
