using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Generation.Spaces.Reading;
using Hypermax.Generators.Writing;

namespace Hypermax.Generators.Generation.Spaces.Emission;

/// <summary>Emits the predicate of a space: the user's own, joined with those of its branches and of the spaces it holds.</summary>
internal static class PredicateEmitter
{
    /// <summary>Gets the method that says whether a value makes sense, or null when every value does.</summary>
    public static string? NameFor(SpaceModel space) =>
        Terms(space.Shape, "value").Count > 0 ? "IsValidThroughout" : space.HasPredicate ? "IsValid" : null;

    public static void Emit(CodeWriter writer, SpaceModel space)
    {
        List<string> nested = Terms(space.Shape, "value");
        if (nested.Count == 0)
        {
            return;
        }

        if (space.IsForbidden)
        {
            writer.Line(SourceFile.Obsolete);
        }

        writer.Line($"private static bool IsValidThroughout({space.Type.FullName} value) =>");
        using (writer.Indented())
        {
            string[] terms = [.. space.HasPredicate ? ["IsValid(value)"] : Array.Empty<string>(), .. nested];
            writer.Line(string.Join("\n&& ", terms) + ";");
        }

        writer.Line();
    }

    private static List<string> Terms(ShapeModel shape, string access)
    {
        if (shape is ObjectShape whole)
        {
            return Members(whole.Members, access);
        }

        HierarchyShape hierarchy = (HierarchyShape)shape;
        List<string> terms = Members(hierarchy.Shared, access);
        List<string> arms = [.. hierarchy.Branches.Select(Arm).OfType<string>()];
        if (arms.Count > 0)
        {
            terms.Add($"{access} switch\n{{\n    {string.Join(",\n    ", arms.Append("_ => true"))},\n}}");
        }

        return terms;
    }

    private static string? Arm(BranchModel branch)
    {
        string local = Names.Local(branch.Name);
        List<string> terms = [.. branch.HasPredicate ? [$"{branch.FullName}.IsValid({local})"] : Array.Empty<string>(), .. Terms(branch.Shape, local)];
        return terms.Count == 0 ? null : $"{branch.FullName} {local} => {string.Join(" && ", terms).Replace("\n", "\n    ")}";
    }

    private static List<string> Members(IEnumerable<MemberModel> members, string owner) =>
        [.. members.Select(member => Term(member.Value, $"{owner}.{Identifiers.Escape(member.Name)}", owner + member.Name)).OfType<string>()];

    private static string? Term(ValueModel value, string access, string name) => value switch
    {
        NestedModel { Space: { } space } => NameFor(space) is null ? null : $"{space.Type.FullName}.SearchSpace.IsValid!({access})",
        GenericModel open => $"{open.Type}.SearchSpace.IsValid?.Invoke({access}) != false",
        OptionalModel optional => Term(optional.Value, Names.Local(name), name) is { } inner ? $"({access} is not {{ }} {Names.Local(name)} || {inner})" : null,
        ListModel list => Term(list.Element, "item", name) is { } each ? $"global::System.Linq.Enumerable.All({access}, item => {each})" : null,
        _ => null,
    };
}
