using Hypermax.Errors;

namespace Hypermax.Studies;

/// <summary>Finds parameters by the names that callers give.</summary>
internal static class ParameterNames
{
    /// <summary>Gets the index of a parameter.</summary>
    /// <exception cref="ArgumentException">There is no such parameter; the message names the nearest.</exception>
    public static int IndexOf(SearchSpace space, string parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        int index = space.IndexOf(parameter);
        return index >= 0
            ? index
            : throw new ArgumentException(
                $"Space '{space.Name}' has no parameter '{parameter}'; its parameters are {string.Join(", ", space.Parameters.Select(known => known.Name))}. "
                + $"{Advice(space, parameter)}",
                nameof(parameter));
    }

    private static string Advice(SearchSpace space, string parameter) =>
        NearestName.Of(parameter, [.. space.Parameters.Select(known => known.Name)]) is { } nearest ? $"Did you mean '{nearest}'?" : "Use one of these.";
}
