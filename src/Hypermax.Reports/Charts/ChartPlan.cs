namespace Hypermax.Charts;

/// <summary>A chart that can be made.</summary>
/// <param name="Name">The name it will have: its path within a chart folder without extension, such as <c>parameters/Trees/loss</c>.</param>
/// <param name="Kind">Its kind; see <see cref="ChartKinds"/>.</param>
/// <param name="Parameters">The indices of the parameters it is about; empty for charts of the whole study.</param>
/// <param name="Make">Makes it; may be called from any thread, and may throw: one chart that fails is no reason to lose the others.</param>
public sealed record ChartPlan(string Name, string Kind, IReadOnlyList<int> Parameters, Func<Chart> Make);
