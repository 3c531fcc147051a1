using Hypermax.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Generation.Spaces.Reading;

/// <summary>What readers share while they read one type.</summary>
internal sealed class ReadContext(Compilation compilation, CancellationToken cancellation)
{
    /// <summary>Gets the types being read, to notice a type that contains itself.</summary>
    public HashSet<ISymbol> Open { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Gets whether something was read that is an error to use.</summary>
    public bool HasForbidden { get; private set; }

    public Compilation Compilation { get; } = compilation;

    /// <summary>Gets how code names types.</summary>
    public QualifiedNames Names { get; } = new(compilation);

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Takes note of what generated code will name.</summary>
    public void Note(ISymbol? symbol) => HasForbidden |= Forbidden.Is(symbol);

    /// <summary>Takes note of the method that checks the values of a type.</summary>
    public void NotePredicate(INamedTypeSymbol type)
    {
        foreach (ISymbol method in type.GetMembers("IsValid"))
        {
            Note(method);
        }
    }
}
