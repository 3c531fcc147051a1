namespace Hypermax.Dashboard.Contracts;

/// <summary>Who looks, and what the pages can do.</summary>
/// <param name="Name">Who; null when nobody has signed in.</param>
/// <param name="MaySteer">Whether searches may be steered.</param>
/// <param name="NeedsPassword">Whether one has to sign in.</param>
/// <param name="MayRun">Whether searches may be started.</param>
/// <param name="HasCharts">Whether charts are drawn by script; else they are pictures.</param>
/// <param name="TokenHeader">The header in which requests that change something carry the token.</param>
/// <param name="Token">The token.</param>
/// <param name="Version">The version of Hypermax.</param>
internal sealed record SessionFacts(
    string? Name, bool MaySteer, bool NeedsPassword, bool MayRun, bool HasCharts, string TokenHeader, string Token, string Version);
