namespace Hypermax.Dashboard.Contracts;

/// <summary>A parameter, as forms need it.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Kind">One of float, int, choice.</param>
/// <param name="Range">What it can be, in words.</param>
/// <param name="Low">The smallest value, or null.</param>
/// <param name="High">The largest value, or null.</param>
/// <param name="IsLog">Whether its law is logarithmic.</param>
/// <param name="Step">The distance of its values, or null.</param>
/// <param name="Choices">Its choices, or null.</param>
/// <param name="Default">What was declared, as text; null when nothing was.</param>
/// <param name="Best">The value of the best trial, as text; null where it has none.</param>
/// <param name="When">When it exists, in words; null when always.</param>
/// <param name="Description">What it means, or null.</param>
/// <param name="Wish">What people want of it now, in words; null when nothing.</param>
internal sealed record ParameterEntry(
    string Name,
    string Kind,
    string Range,
    double? Low,
    double? High,
    bool IsLog,
    double? Step,
    IReadOnlyList<string>? Choices,
    string? Default,
    string? Best,
    string? When,
    string? Description,
    string? Wish);
