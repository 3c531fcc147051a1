namespace Hypermax.Convergence.Problems;

/// <summary>Many parameters of which few matter, and many that all do.</summary>
internal static class SparseProblems
{
    public static IEnumerable<Problem> All()
    {
        yield return new(
            "hartmann6in20",
            "sparse",
            Forms.Cube("hartmann6in20", 20, 0, 1),
            x => ClassicProblems.Hartmann([x[1], x[4], x[8], x[11], x[15], x[18]]),
            -3.322368011415511);
        yield return new(
            "branin2in25", "sparse", Forms.Cube("branin2in25", 25, 0, 1), x => ClassicProblems.Branin([(15 * x[7]) - 5, 15 * x[19]]), 0.39788735772973816);
        yield return new("levy20", "sparse", Forms.Cube("levy20", 20, -10, 10), x => ClassicProblems.Levy(ClassicProblems.Moved(x, 5)), 0);
        yield return new("sphere30", "sparse", Forms.Cube("sphere30", 30, -5, 5), x => ClassicProblems.Moved(x, 3).Select((v, i) => v * v / (1 + i)).Sum(), 0);
    }
}
