using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Roslyn;

/// <summary>The types of Hypermax that a compilation sees, and its search spaces as analyzers look at them; shared by all analyzers.</summary>
/// <remarks>Safe to use from several threads.</remarks>
internal sealed class HypermaxSymbols
{
    // Null where the compilation does not use Hypermax. Entries live as long as their compilation.
    private static readonly ConditionalWeakTable<Compilation, StrongBox<HypermaxSymbols?>> Known = new();

    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _isSpace = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, IReadOnlyList<SpaceMember>> _members = new(SymbolEqualityComparer.Default);

    private HypermaxSymbols(Compilation compilation, INamedTypeSymbol searchSpace)
    {
        SearchSpace = searchSpace;
        Parameter = compilation.GetTypeByMetadataName("Hypermax.ParameterAttribute");
        Objective = compilation.GetTypeByMetadataName("Hypermax.ObjectiveAttribute");
        TrialContext = compilation.GetTypeByMetadataName("Hypermax.TrialContext");
        CancellationToken = compilation.GetTypeByMetadataName("System.Threading.CancellationToken");
        Task = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task`1");
        ValueTask = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask`1");
    }

    public INamedTypeSymbol SearchSpace { get; }

    public INamedTypeSymbol? Parameter { get; }

    public INamedTypeSymbol? Objective { get; }

    public INamedTypeSymbol? TrialContext { get; }

    public INamedTypeSymbol? CancellationToken { get; }

    public INamedTypeSymbol? Task { get; }

    public INamedTypeSymbol? ValueTask { get; }

    /// <summary>Finds the types, or null in a compilation that does not use Hypermax: then nothing is worth looking at.</summary>
    public static HypermaxSymbols? Find(Compilation compilation) => Known.GetValue(
        compilation,
        static key => new StrongBox<HypermaxSymbols?>(
            key.GetTypeByMetadataName("Hypermax.SearchSpaceAttribute") is { } searchSpace ? new HypermaxSymbols(key, searchSpace) : null)).Value;

    /// <summary>Gets the parameters of a type, as <see cref="SpaceReader.Members"/> does.</summary>
    public IReadOnlyList<SpaceMember> MembersOf(INamedTypeSymbol type) => _members.GetOrAdd(type, SpaceReader.Members);

    /// <summary>Tells whether the parameters of a type are searched: it says so itself or is a branch of a hierarchy that does.</summary>
    public bool IsSpace(INamedTypeSymbol type) => _isSpace.GetOrAdd(type, key => SpaceReader.IsSpace(key, this));

    public bool HasSearchSpace(ITypeSymbol type) => Has(type, SearchSpace);

    /// <summary>Tells whether a type can be used as a search space: it says so and, in another assembly, was compiled with the generator.</summary>
    public bool IsUsableSpace(INamedTypeSymbol type)
    {
        INamedTypeSymbol definition = type.OriginalDefinition;
        return HasSearchSpace(definition)
            && (definition.DeclaringSyntaxReferences.Length > 0
                || definition.GetMembers("SearchSpace").Any(member => member is IPropertySymbol { IsStatic: true }));
    }

    public AttributeData? ObjectiveOf(IMethodSymbol method) => Objective is null ? null : Find(method, Objective);

    /// <summary>Gets the attributes that give a parameter its law; a healthy one has at most one.</summary>
    public IEnumerable<AttributeData> LawsOf(SpaceMember member) =>
        member.Attributes.Where(IsKnownLaw);

    /// <summary>Tells whether a class of attributes says how values are drawn: it derives from <c>ParameterAttribute</c>, near or far.</summary>
    public static bool IsLaw(INamedTypeSymbol? attribute)
    {
        for (INamedTypeSymbol? above = attribute?.BaseType; above is not null; above = above.BaseType)
        {
            if (above is { Name: "ParameterAttribute", ContainingNamespace: { Name: "Hypermax", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Tells whether an attribute is one of the laws of this package: others could say anything, and the generator could not read it.</summary>
    public static bool IsKnownLaw(AttributeData attribute) =>
        attribute.AttributeClass is { ContainingNamespace: { Name: "Hypermax", ContainingNamespace.IsGlobalNamespace: true } } type
        && IsLaw(type)
        && (AttributeArguments.NameOf(attribute) is "Choice" or "Fixed" || NumericLaw.IsNumeric(AttributeArguments.NameOf(attribute)));

    /// <summary>Tells whether an attribute is the one of Hypermax that users write as <paramref name="name"/>.</summary>
    public static bool IsHypermax(AttributeData attribute, string name) =>
        attribute.AttributeClass is { ContainingNamespace: { Name: "Hypermax", ContainingNamespace.IsGlobalNamespace: true } }
        && AttributeArguments.NameOf(attribute) == name;

    public static bool Is(ISymbol? left, ISymbol? right) => left is not null && SymbolEqualityComparer.Default.Equals(left, right);

    private static bool Has(ISymbol symbol, INamedTypeSymbol attribute) => Find(symbol, attribute) is not null;

    private static AttributeData? Find(ISymbol symbol, INamedTypeSymbol attribute)
    {
        foreach (AttributeData candidate in symbol.GetAttributes())
        {
            if (Is(candidate.AttributeClass, attribute))
            {
                return candidate;
            }
        }

        return null;
    }
}
