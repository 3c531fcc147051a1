using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Generation.Spaces.Reading;

/// <summary>What readers share while they read one type.</summary>
internal sealed class ReadContext(Compilation compilation, CancellationToken cancellation)
{
    /// <summary>Gets the types being read, to notice a type that contains itself.</summary>
    public HashSet<ISymbol> Open { get; } = new(SymbolEqualityComparer.Default);

    public Compilation Compilation { get; } = compilation;

    public CancellationToken Cancellation { get; } = cancellation;
}
