namespace Hypermax.Budgets;

/// <summary>Decides what budget the next trial gets, and whether it continues an earlier one or starts at a new point.</summary>
/// <remarks>
/// <para>An answer is a function of the context alone, which is what makes a search repeat, with any number of workers and after it went on. It must
/// never wait: trials that run are part of the context, and there is always something to do beside them.</para>
/// <para>Never sees the study, nor the points: which new point is tried is the sampler's to say. Called from one thread at a time.</para>
/// </remarks>
public interface IBudgetSchedule
{
    /// <summary>Gets the name by which the schedule is chosen everywhere, such as <c>"asha"</c>.</summary>
    string Name { get; }

    /// <summary>Decides about the next trial.</summary>
    /// <param name="context">All the schedule may know.</param>
    /// <returns>What to do; null only where <see cref="ScheduleContext.MayStart"/> is false and nothing is worth continuing.</returns>
    Assignment? Next(ScheduleContext context);
}
