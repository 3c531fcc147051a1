using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Writing;

namespace Hypermax.Generators.Generation.Spaces.Emission;

/// <summary>Emits the predicate of a space: the user's own, joined with those of the spaces it holds.</summary>
internal static class PredicateEmitter
{
    /// <summary>Gets the method that says whether a value makes sense, or null when every value does.</summary>
    public static string? NameFor(SpaceModel space) =>
        Nested(space).Any() ? "IsValidThroughout" : space.HasPredicate ? "IsValid" : null;

    public static void Emit(CodeWriter writer, SpaceModel space)
    {
        string[] nested = [.. Nested(space)];
        if (nested.Length == 0)
        {
            return;
        }

        writer.Line($"private static bool IsValidThroughout({space.Type.FullName} value) =>");
        using (writer.Indented())
        {
            string[] terms = [.. space.HasPredicate ? ["IsValid(value)"] : Array.Empty<string>(), .. nested];
            writer.Line(string.Join("\n&& ", terms) + ";");
        }

        writer.Line();
    }

    private static IEnumerable<string> Nested(SpaceModel space)
    {
        EquatableArray<MemberModel> members = space.Shape is ObjectShape whole ? whole.Members : ((HierarchyShape)space.Shape).Shared;
        foreach (MemberModel member in members)
        {
            if (Term(member.Value, "value." + Reading.TypeReader.Escape(member.Name)) is { } term)
            {
                yield return term;
            }
        }
    }

    private static string? Term(ValueModel value, string access) => value switch
    {
        NestedModel { Space: { } space } when NameFor(space) is not null => $"{space.Type.FullName}.SearchSpace.IsValid!({access})",
        GenericModel open => $"{open.Type}.SearchSpace.IsValid?.Invoke({access}) != false",
        OptionalModel { Value: NestedModel { Space: { } space } } when NameFor(space) is not null =>
            $"({access} is not {{ }} {Local(access)} || {space.Type.FullName}.SearchSpace.IsValid!({Local(access)}))",
        ListModel { Element: NestedModel { Space: { } space } } when NameFor(space) is not null =>
            $"global::System.Linq.Enumerable.All({access}, {space.Type.FullName}.SearchSpace.IsValid!)",
        _ => null,
    };

    private static string Local(string access) => Names.Local(access.Substring("value.".Length));
}
