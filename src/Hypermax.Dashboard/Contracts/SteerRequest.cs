using System.Text.Json;

namespace Hypermax.Dashboard.Contracts;

/// <summary>What somebody asks of a search; docs/formats/guide.md says which members each action has.</summary>
/// <remarks>Read as the file that it becomes for the search, by the rules of <c>hypermax guide</c>.</remarks>
/// <param name="Action">One of lock, range, free, scramble, relearn, enqueue, pause, resume, stop, trials, end, status.</param>
/// <param name="Parameter">The path of the parameter that it is about.</param>
/// <param name="Value">The value to lock it at, as text or as JSON; without one that of the best trial.</param>
/// <param name="Low">The smallest value of its range.</param>
/// <param name="High">The largest value of its range.</param>
/// <param name="Values">The point to try: values by the paths of parameters.</param>
/// <param name="From">Where the other values of the point come from: best, default, or the number of a trial.</param>
/// <param name="Trials">How many trials the study is to have.</param>
/// <param name="Trial">The running trial to end.</param>
internal sealed record SteerRequest(
    string Action,
    string? Parameter,
    JsonElement? Value,
    JsonElement? Low,
    JsonElement? High,
    IReadOnlyDictionary<string, JsonElement>? Values,
    string? From,
    int? Trials,
    int? Trial);
