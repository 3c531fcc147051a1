using System.Collections.Concurrent;
using Hypermax.Convergence.Problems;

namespace Hypermax.Convergence.Running;

/// <summary>The outcomes of all runs: log regret by method, problem and seed.</summary>
internal sealed class Results(IReadOnlyList<string> methods, IReadOnlyList<Problem> problems, int seeds, int[] marks)
{
    private const double Least = 1e-4;
    private const double Most = 10;
    private readonly ConcurrentDictionary<(string Method, string Problem, int Seed), (double[] Logs, double Milliseconds)> _runs = [];

    public IReadOnlyList<string> Methods => methods;

    public IReadOnlyList<Problem> Problems => problems;

    public IReadOnlyList<int> Marks => marks;

    public int Seeds => seeds;

    /// <summary>Gets the log regret at each mark of a run's best losses; from 0.0001, as good as solved, to ten times what ten random trials give.</summary>
    public double[] LogsOf(Problem problem, double[] best) => [.. marks.Select(mark => Math.Log10(Math.Clamp(problem.Regret(best[mark - 1]), Least, Most)))];

    /// <summary>Tells whether a run is known.</summary>
    public bool Has(string method, string problem, int seed) => _runs.ContainsKey((method, problem, seed));

    /// <summary>Adds a run; safe to call from several threads.</summary>
    public void Add(string method, string problem, int seed, double[] logs, double milliseconds) => _runs[(method, problem, seed)] = (logs, milliseconds);

    /// <summary>Gets the log regrets of all seeds.</summary>
    public double[] Logs(string method, Problem problem, int mark)
    {
        int index = Array.IndexOf(marks, mark);
        return [.. Enumerable.Range(0, seeds).Select(seed => _runs[(method, problem.Name, seed)].Logs[index])];
    }

    /// <summary>Gets the mean log regret of all seeds.</summary>
    public double Log(string method, Problem problem, int mark) => Logs(method, problem, mark).Average();

    /// <summary>Gets the rank of a method among all on a problem, by the mean log regret; equals share the average.</summary>
    public double Rank(string method, Problem problem, int mark)
    {
        double own = Log(method, problem, mark);
        double[] all = [.. methods.Select(other => Log(other, problem, mark))];
        return all.Count(v => v < own - 1e-9) + ((all.Count(v => Math.Abs(v - own) <= 1e-9) + 1) / 2.0);
    }

    public double Milliseconds(string method) => _runs.Where(run => run.Key.Method == method).Average(run => run.Value.Milliseconds);
}
