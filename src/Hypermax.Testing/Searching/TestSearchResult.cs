namespace Hypermax.Testing;

/// <summary>What a search that ran as a test found.</summary>
/// <param name="Study">The name of the study.</param>
/// <param name="BestValue">The best value in the study's own direction, or null when no trial completed.</param>
/// <param name="Trials">How many trials are finished, those of earlier runs among them.</param>
/// <param name="Reason">Why the search ended.</param>
/// <param name="Folder">The folder of the study.</param>
/// <param name="Files">The report, the table of results and the tuned file, as full paths: what to attach to the result of the test.</param>
public sealed record TestSearchResult(string Study, double? BestValue, int Trials, StopReason Reason, string Folder, IReadOnlyList<string> Files);
