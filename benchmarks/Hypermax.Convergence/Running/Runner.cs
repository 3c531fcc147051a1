using Hypermax.Convergence.Problems;
using Hypermax.Sampling;

namespace Hypermax.Convergence.Running;

/// <summary>Runs every method on every problem with every seed.</summary>
internal static class Runner
{
    public static Results Run(IReadOnlyList<string> methods, IReadOnlyList<Problem> problems, int seeds, int trials, int jobs)
    {
        int[] marks = [.. new[] { 10, 25, 50, 100, 200, 300, 500, 1000 }.Where(mark => mark < trials).Append(trials)];
        Results results = new(methods, problems, seeds, marks);
        var cells = from seed in Enumerable.Range(0, seeds) from problem in problems from method in methods select (seed, problem, method);
        Parallel.ForEach(cells, new ParallelOptions { MaxDegreeOfParallelism = jobs }, cell =>
        {
            (double[] best, double milliseconds) = Cell.Run(Samplers.Create(cell.method), cell.problem, (1000 * cell.seed) + 17, trials);
            results.Add(cell.method, cell.problem, cell.seed, best, milliseconds);
        });
        return results;
    }
}
