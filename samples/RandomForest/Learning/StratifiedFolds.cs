namespace RandomForest.Learning;

/// <summary>Cuts cases into folds that all have the same mix of classes.</summary>
public static class StratifiedFolds
{
    /// <summary>Deals the shuffled cases of each class out to the folds in turn.</summary>
    /// <param name="table">The cases.</param>
    /// <param name="count">How many folds.</param>
    /// <param name="seed">Decides the shuffle.</param>
    /// <returns>For each fold, the cases outside and inside it.</returns>
    public static (Table Train, Table Test)[] Split(Table table, int count, int seed)
    {
        int[] rows = [.. Enumerable.Range(0, table.Count)];
        new Random(seed).Shuffle(rows);
        int[] byClass = [.. rows.OrderBy(row => table.Labels[row])];
        return
        [
            .. Enumerable.Range(0, count).Select(fold => (
                table.Take([.. byClass.Where((_, place) => place % count != fold)]),
                table.Take([.. byClass.Where((_, place) => place % count == fold)]))),
        ];
    }
}
