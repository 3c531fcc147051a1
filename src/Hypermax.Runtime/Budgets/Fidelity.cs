namespace Hypermax;

/// <summary>The budgets at which trials of a study may run: epochs, rows, seconds or whatever else makes a trial dearer and its value truer.</summary>
/// <param name="Min">The smallest budget at which a trial says something; 1 or above.</param>
/// <param name="Max">The budget of a whole trial; above <paramref name="Min"/>. Only values at this budget can be the best.</param>
/// <param name="Eta">The ratio of neighbouring budgets, and of the trials that get either; above 1. By default 3.</param>
public sealed record Fidelity(long Min, long Max, double Eta = 3)
{
    /// <summary>Gets the parameter of the space that is the budget, such as the number of epochs; the search sets it and does not tune it.</summary>
    /// <value>By default null: the objective learns its budget from <see cref="TrialContext.Budget"/> and its like.</value>
    public string? Parameter { get; init; }

    /// <summary>Gets whether a trial that continues another one finds the checkpoint which that one left.</summary>
    /// <value>By default true. Without, it starts its point anew, in an empty folder: for objectives whose schedule (of a learning rate, say) depends on the
    /// whole budget, so that what was done for a smaller one is of no use.</value>
    public bool Checkpoints { get; init; } = true;

    /// <summary>Gets the budgets of the rungs, smallest first: Max·η⁻ᵏ rounded, as far down as Min allows.</summary>
    public IReadOnlyList<long> Budgets
    {
        get
        {
            List<long> budgets = [Max];
            double budget = Max;

            // Divided step by step: logarithms of floating-point numbers miss a rung at 243 = 3⁵.
            while ((budget /= Eta) >= Min * (1 - 1e-9))
            {
                long whole = Math.Max(Min, (long)Math.Round(budget));
                if (whole < budgets[^1])
                {
                    budgets.Add(whole);
                }
            }

            budgets.Reverse();
            return budgets;
        }
    }
}
