using Hypermax.Convergence.Problems;

namespace Hypermax.Convergence.Population.Families;

/// <summary>All families of problems.</summary>
internal static class FamilyList
{
    public static IReadOnlyList<Family> All { get; } =
    [
        .. SmoothFamilies.All(), .. NoisyFamilies.All(), .. SparseFamilies.All(), .. ChoiceFamilies.All(),
        .. BranchFamilies.All(), .. RateFamilies.All(), .. ModelFamilies.All(),
    ];

    /// <summary>Gets the families of a split.</summary>
    public static IReadOnlyList<Family> Of(Split split) => [.. All.Where(family => family.Split == split)];

    /// <summary>Makes the first problems of the families of a split.</summary>
    /// <param name="split">What they are for.</param>
    /// <param name="names">Families by name, parted by commas, or "all".</param>
    /// <param name="count">The number of problems of each.</param>
    /// <param name="families">The families to find them among; by default <see cref="All"/>.</param>
    /// <exception cref="ArgumentException">The split has no such family.</exception>
    public static IReadOnlyList<Problem> Find(Split split, string names, int count, IReadOnlyList<Family>? families = null)
    {
        Family[] own = [.. (families ?? All).Where(family => family.Split == split)];
        string[] wanted = names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string? unknown = wanted.FirstOrDefault(name => name != "all" && own.All(family => family.Name != name));
        return unknown is null
            ? [.. own.Where(family => wanted.Contains("all") || wanted.Contains(family.Name)).SelectMany(
                family => Enumerable.Range(0, count).Select(number => (family, number)))
                .AsParallel().AsOrdered().Select(item => item.family.Make(item.number))]
            : throw new ArgumentException(
                $"'{unknown}' is no family to {split.ToString().ToLowerInvariant()} with; there are {string.Join(", ", own.Select(family => family.Name))}.");
    }
}
