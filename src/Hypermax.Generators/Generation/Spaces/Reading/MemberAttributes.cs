using System.Collections.Immutable;
using Hypermax.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Generation.Spaces.Reading;

/// <summary>The attributes of one member, sorted by what they say.</summary>
internal sealed class MemberAttributes
{
    public MemberAttributes(ImmutableArray<AttributeData> attributes, CancellationToken cancellation)
    {
        foreach (AttributeData data in attributes)
        {
            if (data.AttributeClass is not { ContainingNamespace: { Name: "Hypermax", ContainingNamespace.IsGlobalNamespace: true } } type)
            {
                continue;
            }

            AttributeArguments arguments = AttributeArguments.Of(data, cancellation);
            if (type.BaseType?.Name == "ParameterAttribute")
            {
                Law ??= arguments;
                continue;
            }

            Sort(arguments);
        }
    }

    /// <summary>Gets the attribute that gives the distribution, or null.</summary>
    public AttributeArguments? Law { get; private set; }

    public AttributeArguments? Length { get; private set; }

    public AttributeArguments? SumsTo { get; private set; }

    public List<AttributeArguments> LessThan { get; } = [];

    public List<string> FormerNames { get; } = [];

    public INamedTypeSymbol? Converter { get; private set; }

    public double AbsentProbability { get; private set; } = 0.5;

    public bool IsOrdered { get; private set; }

    public bool IsNotSearched { get; private set; }

    /// <summary>Tells whether a type is marked as a search space.</summary>
    public static bool IsSearchSpace(ITypeSymbol type) => Find(type.OriginalDefinition, "SearchSpaceAttribute") is not null;

    /// <summary>Gets an attribute of ours by the name of its type.</summary>
    public static AttributeData? Find(ISymbol symbol, string name)
    {
        foreach (AttributeData data in symbol.GetAttributes())
        {
            if (data.AttributeClass is { ContainingNamespace: { Name: "Hypermax", ContainingNamespace.IsGlobalNamespace: true } } type && type.Name == name)
            {
                return data;
            }
        }

        return null;
    }

    private void Sort(AttributeArguments arguments)
    {
        switch (arguments.Name)
        {
            case "Length":
                Length = arguments;
                break;
            case "SumsTo":
                SumsTo = arguments;
                break;
            case "LessThan":
                LessThan.Add(arguments);
                break;
            case "FormerName" when arguments.Text("name") is { Length: > 0 } name:
                FormerNames.Add(name);
                break;
            case "Converter" when arguments.TryGet("converter", out TypedConstant type):
                Converter = type.Plain() as INamedTypeSymbol;
                break;
            case "Absent" when arguments.Number("Probability") is >= 0 and <= 1 and double probability:
                AbsentProbability = probability;
                break;
            case "Ordered":
                IsOrdered = true;
                break;
            case "NotSearched":
                IsNotSearched = true;
                break;
        }
    }
}
