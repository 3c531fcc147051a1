using Hypermax.Charts;
using Hypermax.Dashboard.Live;

namespace Hypermax.Dashboard.Charts;

/// <summary>The charts of a study on two shelves: those that cost little follow every second, the others as their cost allows.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class StudyCharts
{
    // These compute importances or correlations first.
    private static readonly string[] Costly = [ChartKinds.Importances, ChartKinds.Correlations, ChartKinds.ParallelCoordinates];

    /// <summary>Gets the shelf of charts that follow at once.</summary>
    public ChartShelf Quick { get; } = new(TimeSpan.FromSeconds(0.5));

    /// <summary>Gets the shelf of charts that need an analysis of the parameters.</summary>
    public ChartShelf Slow { get; } = new(TimeSpan.FromSeconds(2));

    /// <summary>Tells whether a chart follows at once.</summary>
    public static bool IsQuick(ChartPlan plan) => plan.Parameters.Count == 0 && !Costly.Contains(plan.Kind, StringComparer.Ordinal);

    /// <summary>Moves both shelves on, as far as it is time.</summary>
    public void Advance(StudyMoment moment)
    {
        if (moment.Header is not null)
        {
            Quick.Advance(moment);
            Slow.Advance(moment);
        }
    }

    /// <summary>Lets go of everything.</summary>
    public void Clear()
    {
        Quick.Clear();
        Slow.Clear();
    }
}
