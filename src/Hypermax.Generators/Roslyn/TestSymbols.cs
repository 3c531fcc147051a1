using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Roslyn;

/// <summary>The types of the test packages that a compilation sees; the packages for both versions of xunit call them the same.</summary>
internal sealed class TestSymbols
{
    private TestSymbols(Compilation compilation, INamedTypeSymbol tune)
    {
        Tune = tune;
        TunedFact = compilation.GetTypeByMetadataName("Hypermax.Xunit.TunedFactAttribute");
        Challenge = compilation.GetTypeByMetadataName("Hypermax.Xunit.ChallengeAttribute");
        SearchResult = compilation.GetTypeByMetadataName("Hypermax.Testing.TestSearchResult");
        Verdict = compilation.GetTypeByMetadataName("Hypermax.Testing.TunedVerdict");
        ChallengeVerdict = compilation.GetTypeByMetadataName("Hypermax.Testing.ChallengeVerdict");
    }

    public INamedTypeSymbol Tune { get; }

    public INamedTypeSymbol? TunedFact { get; }

    public INamedTypeSymbol? Challenge { get; }

    public INamedTypeSymbol? SearchResult { get; }

    public INamedTypeSymbol? Verdict { get; }

    public INamedTypeSymbol? ChallengeVerdict { get; }

    /// <summary>Tells whether an attribute is one that checks tuned values.</summary>
    public bool IsCheck(ITypeSymbol? attribute) => HypermaxSymbols.Is(TunedFact, attribute) || HypermaxSymbols.Is(Challenge, attribute);

    /// <summary>Tells whether an attribute is one of ours.</summary>
    public bool IsTest(ITypeSymbol? attribute) => HypermaxSymbols.Is(Tune, attribute) || IsCheck(attribute);

    /// <summary>Finds the types, or null in a compilation without searches as tests.</summary>
    public static TestSymbols? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Hypermax.Xunit.TuneAttribute") is { } tune ? new TestSymbols(compilation, tune) : null;
}
