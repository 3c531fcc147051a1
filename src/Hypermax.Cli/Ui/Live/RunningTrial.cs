using Hypermax.Execution.Usages;

namespace Hypermax.Ui.Live;

/// <summary>A trial that runs at this moment.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Point">Its point.</param>
/// <param name="Elapsed">How long it has run.</param>
/// <param name="Usage">What its processes use; null when that is not known.</param>
/// <param name="Log">The last lines of what it printed.</param>
internal sealed record RunningTrial(int Number, Point Point, TimeSpan Elapsed, RunningUsage? Usage, IReadOnlyList<string> Log);
