using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Generation.Studies;
using Hypermax.Generators.Generation.Studies.Model;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Writing;

namespace Hypermax.Generators.Generation.Tuned.Model;

/// <summary>A class with one property for each study.</summary>
/// <param name="Place">Where it stands and what it is called.</param>
/// <param name="Owner">The class of the objectives.</param>
/// <param name="Studies">The studies in the order of their names.</param>
internal sealed record TunedClass(TunedPlace Place, TypeModel Owner, EquatableArray<TunedStudy> Studies)
{
    public string HintName => Owner.HintName + ".Tuned";

    public static IEnumerable<TunedClass> Group(IEnumerable<TunedStudy> studies)
    {
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (IGrouping<string, TunedStudy> group in studies.GroupBy(study => study.Owner.FullName, StringComparer.Ordinal).OrderBy(
            group => group.Key, StringComparer.Ordinal))
        {
            TunedStudy first = group.First();
            TunedPlace place = first.Place.IsNested
                ? first.Place
                : first.Place with { Name = TunedPlaceReader.Candidates(first.Place.Name).First(name => taken.Add(first.Owner.Namespace + "." + name)) };

            // Two studies of one name are an error that the analyzers report; one of them is enough for code that compiles.
            yield return new TunedClass(
                place,
                first.Owner,
                group.GroupBy(study => study.Study, StringComparer.Ordinal)
                    .OrderBy(same => same.Key, StringComparer.Ordinal)
                    .Select(same => same.First())
                    .ToEquatableArray());
        }
    }

    /// <summary>Gets the names of the properties, one for each study and all different.</summary>
    public IReadOnlyList<string> Properties()
    {
        HashSet<string> taken = new(StringComparer.Ordinal);
        return [.. Studies.Select(study => TunedPlaceReader.Candidates(Identifiers.Member(study.Study, Place.Name)).First(taken.Add))];
    }
}
