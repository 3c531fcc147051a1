using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Roslyn;

/// <summary>The types of the test packages that a compilation sees; the packages for both versions of xunit call them the same.</summary>
internal sealed class TestSymbols
{
    private TestSymbols(Compilation compilation, INamedTypeSymbol tune)
    {
        Tune = tune;
        TunedFact = compilation.GetTypeByMetadataName("Hypermax.Xunit.TunedFactAttribute");
        SearchResult = compilation.GetTypeByMetadataName("Hypermax.Testing.TestSearchResult");
        Verdict = compilation.GetTypeByMetadataName("Hypermax.Testing.TunedVerdict");
    }

    public INamedTypeSymbol Tune { get; }

    public INamedTypeSymbol? TunedFact { get; }

    public INamedTypeSymbol? SearchResult { get; }

    public INamedTypeSymbol? Verdict { get; }

    /// <summary>Finds the types, or null in a compilation without searches as tests.</summary>
    public static TestSymbols? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Hypermax.Xunit.TuneAttribute") is { } tune ? new TestSymbols(compilation, tune) : null;
}
