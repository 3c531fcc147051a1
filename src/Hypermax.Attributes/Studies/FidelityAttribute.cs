using System.Diagnostics;
using Hypermax.Building;

namespace Hypermax;

/// <summary>Says at which budgets the trials of an objective may run: few epochs or rows to look round, all of them for what is worth it.</summary>
/// <remarks>
/// <para>On an objective it says what <see cref="TrialContext.Budget"/> may be. On a whole number of its search space, such as the number of epochs, that
/// parameter is the budget: the search sets it and does not tune it, and the tuned value is the largest.</para>
/// <para>Only trials at the largest budget can be the best. Which trials get which budget is the schedule's to say, as in
/// <c>[Objective(Schedule = "abh")]</c>; by default all begin with the largest one and are stopped where their reports say that they are not worth it.</para>
/// </remarks>
/// <param name="low">The smallest budget at which a trial says something; 1 or above.</param>
/// <param name="high">The budget of a whole trial; above <paramref name="low"/>.</param>
/// <param name="eta">The ratio of neighbouring budgets, and of the trials that get either; above 1. By default 3.</param>
[Conditional(MetadataSymbol.Name)]
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class FidelityAttribute(long low, long high, double eta = 3) : ParameterAttribute
{
    /// <summary>Gets the smallest budget.</summary>
    public long Low { get; } = low;

    /// <summary>Gets the budget of a whole trial.</summary>
    public long High { get; } = high;

    /// <summary>Gets the ratio of neighbouring budgets.</summary>
    public double Eta { get; } = eta;

    /// <summary>Gets or sets whether a trial that continues another one finds the checkpoint which that one left.</summary>
    /// <value>By default true. False where what was done at a smaller budget is of no use for a larger one: each trial then begins in an empty folder.</value>
    public bool Checkpoints { get; set; } = true;
}
