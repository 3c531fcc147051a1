using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Writing;

namespace Hypermax.Generators.Generation.Tuned.Model;

/// <summary>A class with one property for each study: nested in the class of the objectives where that is partial, else beside it.</summary>
/// <param name="Name">The name of the class.</param>
/// <param name="Owner">The class of the objectives.</param>
/// <param name="IsNested">Whether it is nested in that class.</param>
/// <param name="Studies">The studies, each under a name of its own.</param>
internal sealed record TunedClass(string Name, TypeModel Owner, bool IsNested, EquatableArray<TunedStudy> Studies)
{
    public string HintName => Owner.HintName + ".Tuned";

    public static IEnumerable<TunedClass> Group(IEnumerable<TunedStudy> studies) => studies
        .GroupBy(study => study.Owner.FullName, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => Of(group.First(), group));

    /// <summary>Gets the name of the property of a study.</summary>
    public string Property(TunedStudy study) => Identifiers.Member(study.Study, Name);

    private static TunedClass Of(TunedStudy first, IEnumerable<TunedStudy> studies)
    {
        string name = first.OwnerIsOpen ? "Tuned" : SiblingName(first.Owner);

        // Two studies of one name are an error that the analyzers report; one of them is enough for code that compiles.
        HashSet<string> seen = new(StringComparer.Ordinal);
        return new TunedClass(
            name,
            first.Owner,
            first.OwnerIsOpen,
            studies.OrderBy(study => study.Study, StringComparer.Ordinal).Where(study => seen.Add(Identifiers.Member(study.Study, name))).ToEquatableArray());
    }

    // Outer.Training gets OuterTrainingTuned, in the namespace of both.
    private static string SiblingName(TypeModel owner) =>
        string.Concat(owner.Containers.Select(container => container.Substring(container.LastIndexOf(' ') + 1).TrimStart('@'))) + owner.Name + "Tuned";
}
