using System.Globalization;
using Hypermax.Generators.Generation.Spaces.Reading;
using Hypermax.Generators.Generation.Studies.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hypermax.Generators.Generation.Studies;

/// <summary>Finds a place for tuned values that nobody else has: nested in the class of the objectives where that is partial, else beside it.</summary>
internal static class TunedPlaceReader
{
    private const string Nested = "Tuned";

    public static TunedPlace Read(INamedTypeSymbol owner, CancellationToken cancellation)
    {
        if (owner.Name != Nested && owner.GetMembers(Nested).Length == 0 && TypeReader.IsPartial(owner, cancellation))
        {
            return new TunedPlace(Nested, IsNested: true, HidesInherited(owner));
        }

        // Outer.Training gets OuterTrainingTuned, in the namespace of both.
        string name = owner.Name + Nested;
        for (INamedTypeSymbol? outer = owner.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name = outer.Name + name;
        }

        return new TunedPlace(
            Candidates(name).First(candidate => !owner.ContainingNamespace.GetMembers(candidate).Any()), IsNested: false, HidesInherited: false);
    }

    /// <summary>Gets a name and what is used instead where it is taken.</summary>
    public static IEnumerable<string> Candidates(string name) =>
        Enumerable.Range(1, int.MaxValue - 1).Select(number => number == 1 ? name : name + number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Gets the name that a class beside the one of a method would have: whether it is free depends on types that the method does not name.</summary>
    public static string SiblingName(MethodDeclarationSyntax method) =>
        string.Concat(method.Ancestors().OfType<TypeDeclarationSyntax>().Reverse().Select(type => type.Identifier.ValueText)) + Nested;

    private static bool HidesInherited(INamedTypeSymbol owner)
    {
        if (owner.TypeKind == TypeKind.Interface)
        {
            return owner.AllInterfaces.Any(HasTuned);
        }

        for (INamedTypeSymbol? above = owner.BaseType; above is not null; above = above.BaseType)
        {
            if (HasTuned(above))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasTuned(INamedTypeSymbol type) =>
        type.GetMembers().Any(member => member.Name == Nested || (member is IMethodSymbol && MemberAttributes.Find(member, "ObjectiveAttribute") is not null));
}
