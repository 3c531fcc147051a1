using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Roslyn;

/// <summary>Reads what an objective says about itself.</summary>
internal static class ObjectiveReader
{
    /// <summary>Gets the name of the study: the attribute's, or else the method's.</summary>
    public static string StudyName(IMethodSymbol method, AttributeData attribute)
    {
        foreach (KeyValuePair<string, TypedConstant> named in attribute.NamedArguments)
        {
            if (named.Key == "Name" && named.Value.Plain() is string name)
            {
                return name;
            }
        }

        return method.Name;
    }

    public static bool IsTrial(IParameterSymbol parameter, HypermaxSymbols symbols) =>
        HypermaxSymbols.Is(symbols.TrialContext, parameter.Type);

    public static bool IsToken(IParameterSymbol parameter, HypermaxSymbols symbols) =>
        HypermaxSymbols.Is(symbols.CancellationToken, parameter.Type);

    /// <summary>Tells whether a type is a number, or a task that gives one.</summary>
    public static bool IsValidReturn(ITypeSymbol type, HypermaxSymbols symbols) =>
        type.SpecialType == SpecialType.System_Double
        || (type is INamedTypeSymbol { TypeArguments.Length: 1 } named
            && named.TypeArguments[0].SpecialType == SpecialType.System_Double
            && (HypermaxSymbols.Is(symbols.Task, named.OriginalDefinition) || HypermaxSymbols.Is(symbols.ValueTask, named.OriginalDefinition)));
}
