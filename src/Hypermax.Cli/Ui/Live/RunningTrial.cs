namespace Hypermax.Ui.Live;

/// <summary>A trial that runs at this moment.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Point">Its point.</param>
/// <param name="Elapsed">How long it has run.</param>
/// <param name="Bytes">The memory of its processes; 0 when it is not known.</param>
/// <param name="Log">The last lines of what it printed.</param>
internal sealed record RunningTrial(int Number, Point Point, TimeSpan Elapsed, long Bytes, IReadOnlyList<string> Log);
