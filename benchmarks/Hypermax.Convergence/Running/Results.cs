using Hypermax.Convergence.Problems;

namespace Hypermax.Convergence.Running;

/// <summary>The outcomes of all runs: log regret by method, problem and seed.</summary>
internal sealed class Results(IReadOnlyList<string> methods, IReadOnlyList<Problem> problems, int seeds, IReadOnlyList<int> marks)
{
    private readonly Dictionary<(string Method, string Problem, int Mark), double[]> _logs = [];
    private readonly Dictionary<string, List<double>> _times = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    public IReadOnlyList<string> Methods => methods;

    public IReadOnlyList<Problem> Problems => problems;

    public IReadOnlyList<int> Marks => marks;

    public int Seeds => seeds;

    /// <summary>Adds a run; safe to call from several threads.</summary>
    public void Add(string method, Problem problem, int seed, double[] best, double milliseconds)
    {
        lock (_gate)
        {
            foreach (int mark in marks)
            {
                if (!_logs.TryGetValue((method, problem.Name, mark), out double[]? logs))
                {
                    _logs[(method, problem.Name, mark)] = logs = new double[seeds];
                }

                logs[seed] = Math.Log10(Math.Max(problem.Regret(best[mark - 1]), 1e-4));
            }

            if (!_times.TryGetValue(method, out List<double>? times))
            {
                _times[method] = times = [];
            }

            times.Add(milliseconds);
        }
    }

    /// <summary>Gets the log regrets of all seeds.</summary>
    public double[] Logs(string method, Problem problem, int mark) => _logs[(method, problem.Name, mark)];

    public double Milliseconds(string method) => _times[method].Average();
}
