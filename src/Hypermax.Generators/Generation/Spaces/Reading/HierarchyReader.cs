using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Generation.Spaces.Reading;

/// <summary>Reads a closed hierarchy: an abstract type and the sealed or again abstract types nested in it that derive from it.</summary>
internal static class HierarchyReader
{
    public static HierarchyShape? Read(INamedTypeSymbol hierarchy, ReadContext context)
    {
        List<BranchModel> branches = [];
        int start = -1;
        foreach (INamedTypeSymbol nested in hierarchy.GetTypeMembers())
        {
            if (!SymbolEqualityComparer.Default.Equals(nested.BaseType, hierarchy))
            {
                continue;
            }

            if (ReadBranch(nested, hierarchy, context) is not { } branch)
            {
                return null;
            }

            if (start < 0 && MemberAttributes.Find(nested, "BranchAttribute") is { } attribute && Flag(attribute, "IsDefault"))
            {
                start = branches.Count;
            }

            branches.Add(branch);
        }

        EquatableArray<MemberModel>? shared = ObjectReader.ReadShared(hierarchy, context);
        return branches.Count == 0 || shared is null || HasClash(shared.Value, branches) || !CanSet(shared.Value, hierarchy, branches)
            ? null
            : new HierarchyShape(shared.Value, WithSoundWeights(branches).ToEquatableArray(), start);
    }

    private static BranchModel? ReadBranch(INamedTypeSymbol branch, INamedTypeSymbol hierarchy, ReadContext context)
    {
        if (!branch.CanBeReferencedByName
            || PathNames.FaultOf(PathNames.Of(branch)) is not null
            || branch is { IsSealed: false, IsAbstract: false } or { Arity: > 0 }
            || TypeReader.AccessOf(branch) < TypeReader.AccessOf(hierarchy))
        {
            return null;
        }

        context.Note(branch);
        context.NotePredicate(branch);
        ShapeModel? shape;
        EquatableArray<RelationModel> relations = EquatableArray<RelationModel>.Empty;
        if (branch.IsAbstract)
        {
            shape = Read(branch, context);
        }
        else
        {
            (shape, relations) = ObjectReader.ReadWithRelations(branch, hierarchy, context);
        }

        double weight = MemberAttributes.Find(branch, "BranchAttribute") is { } attribute
            ? AttributeArguments.Of(attribute, context.Cancellation).Number("Weight") ?? 1
            : 1;
        return shape is null
            ? null
            : new BranchModel(
                branch.Name,
                PathNames.Of(branch),
                context.Names.Of(branch),
                weight,
                shape,
                relations,
                SpaceModelReader.HasPredicate(branch, fromOutside: true),
                MemberReader.FactsOf(branch, context));
    }

    // Wrong weights are the analyzers' to report; code is made as if there were none.
    private static IEnumerable<BranchModel> WithSoundWeights(List<BranchModel> branches)
    {
        double sum = branches.Sum(branch => branch.Weight);
        bool sound = branches.All(branch => branch.Weight >= 0) && sum > 0 && !double.IsInfinity(sum);
        return sound ? branches : branches.Select(branch => branch with { Weight = 1 });
    }

    // Properties shared across an inner hierarchy are set with a 'with' expression on what its own binder made.
    private static bool CanSet(EquatableArray<MemberModel> shared, INamedTypeSymbol hierarchy, List<BranchModel> branches) =>
        shared.Count == 0
        || branches.All(branch => branch.Shape is ObjectShape)
        || (hierarchy.IsRecord && !hierarchy.GetMembers().Any(member => member is IPropertySymbol { IsRequired: true }));

    private static bool HasClash(EquatableArray<MemberModel> shared, List<BranchModel> branches) =>
        shared.Any(member => branches.Any(branch => branch.Label == member.Path))
        || branches.Select(branch => branch.Label).Distinct(StringComparer.Ordinal).Count() < branches.Count;

    private static bool Flag(AttributeData attribute, string name) =>
        attribute.NamedArguments.Any(argument => argument.Key == name && argument.Value.Plain() is true);
}
