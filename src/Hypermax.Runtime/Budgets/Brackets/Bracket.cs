namespace Hypermax.Budgets.Brackets;

/// <summary>One successive halving: many points at a small budget, the best of them at a larger one, and so on.</summary>
/// <param name="Group">How many rungs it has beside the first.</param>
/// <param name="Rungs">Its rungs, the smallest budget first.</param>
internal sealed record Bracket(int Group, IReadOnlyList<Rung> Rungs)
{
    /// <summary>Makes the brackets of a Hyperband, the one with the most rungs first.</summary>
    /// <param name="fidelity">The budgets.</param>
    /// <param name="size">Gets how many trials a rung has, from the number of brackets, that of the bracket and that of the rung within.</param>
    public static IReadOnlyList<Bracket> AllOf(Fidelity fidelity, Func<int, int, int, double> size)
    {
        IReadOnlyList<long> budgets = fidelity.Budgets;
        return
        [
            .. Enumerable.Range(0, budgets.Count).Reverse().Select(group => new Bracket(group, RungsOf(group))),
        ];

        Rung[] RungsOf(int group) =>
        [
            .. Enumerable.Range(0, group + 1)
                .Select(round => new Rung(Math.Max(1, (int)size(budgets.Count, group, round)), budgets[budgets.Count - 1 - group + round])),
        ];
    }
}
