namespace Hypermax.Convergence.Problems;

/// <summary>All problems by name and group.</summary>
internal static class Registry
{
    public static IReadOnlyList<Problem> All { get; } =
        [.. ClassicProblems.All(), .. ConditionalProblems.All(), .. DiscreteProblems.All(), .. NoisyProblems.All(), .. SparseProblems.All()];

    /// <summary>Gets the problems with the given names or groups; "all" gives every one.</summary>
    public static IReadOnlyList<Problem> Find(string text)
    {
        string[] names = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string? unknown = names.FirstOrDefault(name => name != "all" && !All.Any(problem => problem.Name == name || problem.Group == name));
        if (unknown is not null)
        {
            throw new ArgumentException(
                $"'{unknown}' is no problem or group; there are {string.Join(", ", All.Select(problem => problem.Name))} and the groups "
                + $"{string.Join(", ", All.Select(problem => problem.Group).Distinct())}.");
        }

        return [.. All.Where(problem => names.Contains("all") || names.Contains(problem.Name) || names.Contains(problem.Group))];
    }
}
