using Hypermax.Convergence.Problems;

namespace Hypermax.Convergence.Running;

/// <summary>Runs every method on every problem with every seed.</summary>
internal static class Runner
{
    private static readonly int[] AllMarks = [10, 25, 50, 100, 250, 500, 1000];
    private static readonly int[] CostMarks = [10, 20, 50];

    /// <summary>Runs what is not known yet.</summary>
    /// <param name="arguments">What to run.</param>
    /// <param name="problems">The problems.</param>
    public static Results Run(Arguments arguments, IReadOnlyList<Problem> problems)
    {
        int[] marks = [.. (arguments.HasCurves ? CostMarks : AllMarks).Where(mark => mark < arguments.Trials), arguments.Trials];
        Results results = new(arguments.Methods, problems, arguments.Seeds, marks);
        using ResultsFile? file = arguments.Out is null ? null : new ResultsFile(arguments.Out, results);
        var cells = from seed in Enumerable.Range(0, arguments.Seeds)
                    from problem in problems
                    from method in arguments.Methods
                    where !results.Has(method, problem.Name, seed)
                    select (seed, problem, method);
        Parallel.ForEach([.. cells], new ParallelOptions { MaxDegreeOfParallelism = arguments.Jobs }, cell =>
        {
            long seed = (1000 * cell.seed) + 17;
            (double[] best, double milliseconds) = arguments.HasCurves ? CurveCell.Run(cell.method, cell.problem, seed, arguments.Trials)
                : arguments.ScoresIncumbent
                ? IncumbentCell.Run(cell.method, cell.problem, seed, arguments.Trials)
                : Cell.Run(Methods.Create(cell.method), cell.problem, seed, arguments.Trials, arguments.Batch);
            double[] logs = results.LogsOf(cell.problem, best);
            results.Add(cell.method, cell.problem.Name, cell.seed, logs, milliseconds);
            file?.Append(cell.method, cell.problem.Name, cell.seed, logs, milliseconds);
        });
        return results;
    }
}
