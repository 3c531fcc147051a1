namespace Hypermax.Dashboard.Contracts;

/// <summary>A chart that can be had.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Group">The heading it stands under.</param>
/// <param name="Parameters">The parameters it is about.</param>
/// <param name="IsQuick">Whether it follows at once.</param>
internal sealed record ChartEntry(string Name, string Kind, string Group, IReadOnlyList<string> Parameters, bool IsQuick);
