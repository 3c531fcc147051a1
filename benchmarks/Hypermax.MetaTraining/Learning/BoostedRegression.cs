using Hypermax.Numerics;

namespace Hypermax.MetaTraining.Learning;

/// <summary>Fits a sum of trees to targets by gradient boosting with squared error.</summary>
internal static class BoostedRegression
{
    private const int MostTrees = 400;
    private const int Patience = 40;
    private const double Rate = 0.05;
    private const double RowShare = 0.7;

    /// <summary>Fits until the error on the rows kept back has not fallen for forty trees, and leaves the trees after the best out.</summary>
    /// <param name="rows">The inputs.</param>
    /// <param name="targets">The targets.</param>
    /// <param name="isHeld">Which rows are kept back; where none is, the error on all counts.</param>
    public static IReadOnlyList<FittedTree> Fit(double[][] rows, double[] targets, bool[] isHeld)
    {
        Bins bins = new(rows);
        double[] residuals = [.. targets];
        int[] training = [.. Enumerable.Range(0, rows.Length).Where(row => !isHeld[row])];
        int[] held = isHeld.Contains(true) ? [.. Enumerable.Range(0, rows.Length).Where(row => isHeld[row])] : training;
        List<FittedTree> trees = [];
        SeedStream stream = new(1, 0, "boosting");
        (double least, int best) = (Error(residuals, held), 0);
        while (trees.Count < MostTrees && trees.Count < best + Patience)
        {
            FittedTree tree = new TreeGrower(bins, residuals, stream).Grow([.. training.Where(_ => stream.NextDouble() < RowShare)], Rate);
            trees.Add(tree);
            for (int row = 0; row < rows.Length; row++)
            {
                residuals[row] -= tree.Value(rows[row]);
            }

            double error = Error(residuals, held);
            (least, best) = error < least ? (error, trees.Count) : (least, best);
        }

        return trees[..Math.Max(1, best)];
    }

    private static double Error(double[] residuals, int[] rows) => rows.Average(row => residuals[row] * residuals[row]);
}
