using System.Text.Json;

namespace Hypermax.Dashboard.Contracts;

/// <summary>A trial with everything that is known of it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Facts">What stands at the top, by name.</param>
/// <param name="Parameters">Its parameters by path.</param>
/// <param name="Nested">Its parameters as the objective gets them.</param>
/// <param name="Metrics">Its metrics.</param>
/// <param name="Constraints">Its constraints and whether they are kept.</param>
/// <param name="Attributes">What it said of itself.</param>
/// <param name="Reports">Its intermediate values, step and value.</param>
/// <param name="Usage">What it used, by name.</param>
/// <param name="Why">Why it was proposed, in words.</param>
/// <param name="Error">What went wrong, or null.</param>
/// <param name="HasLog">Whether it printed anything.</param>
/// <param name="Command">The command that has its point tried once more, for a shell; a password is not in it.</param>
/// <param name="Previous">The trial before, or null.</param>
/// <param name="Next">The trial after, or null.</param>
internal sealed record TrialWhole(
    int Number,
    string State,
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<Fact> Parameters,
    JsonElement Nested,
    IReadOnlyList<Fact> Metrics,
    IReadOnlyList<Fact> Constraints,
    IReadOnlyList<Fact> Attributes,
    IReadOnlyList<ReportEntry> Reports,
    IReadOnlyList<Fact> Usage,
    string Why,
    string? Error,
    bool HasLog,
    string Command,
    int? Previous,
    int? Next);
