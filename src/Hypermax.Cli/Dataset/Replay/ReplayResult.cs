using Hypermax.Charts.Scales;
using Hypermax.Reports;

namespace Hypermax.Dataset.Replay;

/// <summary>Searches of one data set by several methods, each with several seeds.</summary>
/// <param name="Objective">What was searched.</param>
/// <param name="Trials">How many trials each search had at most.</param>
/// <param name="Runs">The searches, in the order of methods and seeds.</param>
internal sealed record ReplayResult(ReplayedObjective Objective, int Trials, IReadOnlyList<ReplayRun> Runs)
{
    /// <summary>The shares of the data set's trials whose loss is a goal.</summary>
    public static readonly IReadOnlyList<double> Shares = [0.1, 0.01, 0.001];

    private static readonly int[] UsualMarks = [10, 25, 50, 100, 250, 500, 1000];

    /// <summary>Gets the counts of trials at which methods are compared.</summary>
    public IReadOnlyList<int> Marks => [.. UsualMarks.Where(mark => mark < Trials), Trials];

    /// <summary>Runs all searches.</summary>
    /// <param name="study">The data set.</param>
    /// <param name="model">The model that stands for its objective.</param>
    /// <param name="methods">The methods.</param>
    /// <param name="seeds">How many seeds, from 0.</param>
    /// <param name="trials">How many trials each.</param>
    /// <param name="stop">Ends it.</param>
    public static ReplayResult Run(StudyData study, SurrogateChoice model, IReadOnlyList<string> methods, int seeds, int trials, CancellationToken stop)
    {
        ReplayedObjective objective = new(study, model.Fit(study));
        ReplayRun[] runs =
        [
            .. methods.SelectMany(method => Enumerable.Range(0, seeds).Select(seed => (Method: method, Seed: seed)))
                .AsParallel()
                .AsOrdered()
                .WithCancellation(stop)
                .Select(run => ReplayRun.Of(objective, study.Space, run.Method, run.Seed, trials)),
        ];
        return new ReplayResult(objective, trials, runs);
    }

    /// <summary>Gets the median of the lowest losses of a method after so many trials.</summary>
    public double MedianAfter(string method, int trials) =>
        Quantiles.OfUnsorted(Of(method).Select(run => Math.Min(run.After(trials), double.MaxValue)), 0.5);

    /// <summary>Gets the median count of trials after which a method reached a loss, with the median of the hours; null where fewer than half of its
    /// searches did.</summary>
    public (double Trials, double Hours)? MedianReached(string method, double loss)
    {
        ReplayRun[] runs = [.. Of(method)];
        (int Trials, double Hours)[] reached =
        [
            .. runs.Select(run => (Run: run, Trials: run.Reached(loss)))
                .Where(run => run.Trials is not null)
                .Select(run => (run.Trials!.Value, run.Run.Seconds[run.Trials.Value - 1] / 3600)),
        ];
        if (reached.Length * 2 <= runs.Length)
        {
            return null;
        }

        // Those that never did stand behind all that did.
        int middle = runs.Length / 2;
        return (reached.Select(run => run.Trials).Order().ElementAt(middle), reached.Select(run => run.Hours).Order().ElementAt(middle));
    }

    private IEnumerable<ReplayRun> Of(string method) => Runs.Where(run => run.Method == method);
}
