using System.Globalization;
using Hypermax.Spaces;
using Hypermax.Spaces.Ranges;
using Hypermax.Spaces.Relations;
using Hypermax.Storage;

namespace Hypermax.Studies;

/// <summary>The parts of ranges to which people narrow a search that runs.</summary>
internal static class PeoplesRanges
{
    /// <summary>Gets why a parameter cannot be narrowed to a range, and what to do instead; null when it can.</summary>
    /// <param name="header">What the study is.</param>
    /// <param name="range">The range.</param>
    /// <param name="held">To what parameters are narrowed already.</param>
    public static string? Refusal(StudyHeader header, ParameterRange range, IReadOnlyList<ParameterRange> held)
    {
        SearchSpace space = header.Space;
        Parameter parameter = space.Parameters[range.Parameter];
        if (header.Fidelity is not null)
        {
            return $"Parameter '{parameter.Name}' cannot be narrowed, for the trials of this study have budgets, and those are compared over the whole range. "
                + "Lock it at a value instead.";
        }

        if (parameter is not NumericParameter numeric)
        {
            return $"Parameter '{parameter.Name}' has choices, and a range is for numbers. Lock it at one of them instead.";
        }

        string given = string.Create(CultureInfo.InvariantCulture, $"Parameter '{parameter.Name}' cannot have the range {range.Low:R} to {range.High:R}");
        if (!(range.Low <= range.High))
        {
            return $"{given}; the smallest value must not be above the largest. Swap the two.";
        }

        if (!(range.Low >= numeric.Low && range.High <= numeric.High))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{given}; it is declared from {numeric.Low:R} to {numeric.High:R}, ")
                + "and a search that runs can only be narrowed. To search beyond, change the space and go on with its trials: "
                + "HypertuneSpaceChange=migrate (docs/guide/changing-a-space.md).";
        }

        if (!IsPossible(space, [range]))
        {
            return $"{given}; within it no point obeys a relation of the space. Give a wider range.";
        }

        ParameterRange[] others = [.. held.Where(other => other.Parameter != range.Parameter)];
        return IsPossible(space, [.. others, range]) ? null : $"{given}; together with {Named(space, others)} no point obeys a relation of the space. "
            + "Give a wider range, or free another parameter first.";
    }

    private static string Named(SearchSpace space, IReadOnlyList<ParameterRange> ranges) => string.Join(
        " and ",
        ranges.Select(range => string.Create(
            CultureInfo.InvariantCulture, $"the range {range.Low:R} to {range.High:R} of '{space.Parameters[range.Parameter].Name}'")));

    /// <summary>Tells whether points within the ranges can obey the relations of the space.</summary>
    public static bool IsPossible(SearchSpace space, IReadOnlyList<ParameterRange> ranges)
    {
        try
        {
            _ = RelationMap.For(new SpaceGeometry(new NarrowedSpace(space, ranges).Space));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Gets the ranges that hold: what people want, and of others what lies within; where that leaves no point, what people want alone.</summary>
    public static IReadOnlyList<ParameterRange> Over(SearchSpace space, IReadOnlyList<ParameterRange> wanted, IReadOnlyList<ParameterRange> others)
    {
        IEnumerable<ParameterRange> within = wanted.Select(range => others.FirstOrDefault(other => other.Parameter == range.Parameter)?.Within(range) ?? range);
        ParameterRange[] both = [.. within, .. others.Where(other => !wanted.Any(range => range.Parameter == other.Parameter))];
        return wanted.Count == 0 || IsPossible(space, both) ? both : IsPossible(space, wanted) ? wanted : others;
    }
}
