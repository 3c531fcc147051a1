using System.Globalization;
using Hypermax.Generators.Generation.Spaces.Reading;
using Hypermax.Generators.Roslyn;
using Hypermax.Settings;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Generation.Studies;

/// <summary>Reads the budgets that <c>[Fidelity]</c> declares, on an objective or on a parameter of its space.</summary>
internal static class FidelityReader
{
    /// <summary>Gets the attributes with the parameter that each stands on; null for the objective itself.</summary>
    public static IEnumerable<(AttributeData Attribute, SpaceMember? Member)> Find(IMethodSymbol method)
    {
        foreach (AttributeData attribute in method.GetAttributes().Where(IsFidelity))
        {
            yield return (attribute, null);
        }

        IEnumerable<INamedTypeSymbol> types = method.Parameters.Select(parameter => parameter.Type).OfType<INamedTypeSymbol>();
        foreach (INamedTypeSymbol space in types.Where(MemberAttributes.IsSearchSpace))
        {
            foreach (SpaceMember member in SpaceReader.Members(space))
            {
                foreach (AttributeData attribute in member.Attributes.Where(IsFidelity))
                {
                    yield return (attribute, member);
                }
            }
        }
    }

    /// <summary>Writes the value of the setting <c>Fidelity</c>; null where nothing declares budgets.</summary>
    public static string? Setting(IMethodSymbol method, CancellationToken cancellation)
    {
        foreach ((AttributeData attribute, SpaceMember? member) in Find(method))
        {
            AttributeArguments arguments = AttributeArguments.Of(attribute, cancellation);
            if (arguments.Number("low") is double low && arguments.Number("high") is double high)
            {
                double eta = arguments.Number("eta") ?? 3;
                return string.Format(CultureInfo.InvariantCulture, "min={0:R} max={1:R} eta={2:R}", low, high, eta)
                    + (arguments.TryGet("Checkpoints", out TypedConstant handedOn) && handedOn.Plain() is false ? " checkpoints=false" : string.Empty)
                    + (member is null ? string.Empty : $" parameter={OptionsRule.Quote(PathNames.Of(member))}");
            }
        }

        return null;
    }

    private static bool IsFidelity(AttributeData attribute) => HypermaxSymbols.IsHypermax(attribute, "Fidelity");
}
