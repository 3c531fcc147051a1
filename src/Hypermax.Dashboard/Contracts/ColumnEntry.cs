namespace Hypermax.Dashboard.Contracts;

/// <summary>A column of the table of trials.</summary>
/// <param name="Name">Its name, as filters and orders have it.</param>
/// <param name="Group">One of fact, metric, parameter, text.</param>
/// <param name="IsText">Whether it holds words.</param>
/// <param name="Texts">The words that it can hold, or null where that is not known.</param>
internal sealed record ColumnEntry(string Name, string Group, bool IsText, IReadOnlyList<string>? Texts);
