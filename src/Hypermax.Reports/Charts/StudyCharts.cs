using Hypermax.Analysis;
using Hypermax.Charts.Kinds;
using Hypermax.Reports;
using Hypermax.Storage;
using Hypermax.Studies;

namespace Hypermax.Charts;

/// <summary>The charts of a study at one moment, each by a method: those that <c>report.html</c> and the folder of charts have.</summary>
/// <remarks>
/// <para>A chart that the trials do not allow yet is an <see cref="InvalidOperationException"/> that says what it needs; a parameter that the space does not
/// have is an <see cref="ArgumentException"/> with those that it has. Importances and the like are computed once, when first needed.</para>
/// <para>Safe to share between threads.</para>
/// </remarks>
public sealed class StudyCharts
{
    private const string CompleteTrial = "a complete trial";
    private const string Having = "a complete trial that has the parameter; charts of times need trials that took some";
    private const string Varied = "complete trials with different values of both parameters";

    private static readonly ChartOptions Every = new();

    /// <summary>Prepares the charts of a study.</summary>
    /// <param name="header">What the study is.</param>
    /// <param name="trials">Its trials, in any order.</param>
    public StudyCharts(StudyHeader header, IReadOnlyList<TrialRecord> trials)
        : this(new StudyAnalysis(new StudyData(header, trials)))
    {
    }

    /// <summary>Prepares the charts of a study that is analysed already.</summary>
    /// <param name="analysis">The study.</param>
    public StudyCharts(StudyAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        Analysis = analysis;
    }

    /// <summary>Gets what the charts are drawn from; its findings say in words what they show.</summary>
    public StudyAnalysis Analysis { get; }

    private StudyData Data => Analysis.Data;

    /// <summary>Lists every chart that the trials allow, without making any.</summary>
    /// <param name="options">Which charts, or null for all of them.</param>
    public IReadOnlyList<ChartPlan> List(ChartOptions? options = null) => ChartCatalogue.List(Analysis, options);

    /// <summary>Draws values in trial order with the best so far.</summary>
    /// <param name="objective">Which of several objectives, from 0.</param>
    public Chart History(int objective = 0) => OfStudy(OfObjective("history", objective), CompleteTrial);

    /// <summary>Draws how much each parameter matters.</summary>
    /// <param name="objective">Which of several objectives, from 0.</param>
    public Chart Importances(int objective = 0) => OfStudy(OfObjective("importances", objective), "8 complete trials and a parameter");

    /// <summary>Draws all parameters side by side, a line for each trial.</summary>
    public Chart ParallelCoordinates() => OfStudy("parallel_coordinates", "a complete trial and a parameter");

    /// <summary>Draws which share of the trials reached a value.</summary>
    public Chart Distribution() => OfStudy("distribution", CompleteTrial);

    /// <summary>Draws rank correlations of parameters and loss.</summary>
    public Chart Correlations() => OfStudy("correlations", "3 complete trials and a parameter");

    /// <summary>Draws intermediate values by step.</summary>
    public Chart IntermediateValues() => OfStudy("intermediate_values", "a trial that reported");

    /// <summary>Draws when each worker ran which trial.</summary>
    public Chart Timeline() => OfStudy("timeline", "trials that took time");

    /// <summary>Draws how long trials took.</summary>
    public Chart RunTime() => OfStudy("run_time", "trials that took time");

    /// <summary>Draws how much memory trials used.</summary>
    public Chart Memory() => OfStudy("memory", "trials whose memory was measured, which those in processes of their own are");

    /// <summary>Draws failures by kind.</summary>
    public Chart Failures() => OfStudy("failures", "a failed trial");

    /// <summary>Draws two objectives and the trials that no other beats.</summary>
    /// <param name="first">The objective to the right, from 0.</param>
    /// <param name="second">The objective upwards, above <paramref name="first"/>.</param>
    public Chart ParetoFront(int first = 0, int second = 1) => OfStudy(
        Data.Header.Directions.Count == 2 && (first, second) == (0, 1) ? "pareto_front" : FormattableString.Invariant($"pareto_front_{first + 1}_{second + 1}"),
        "two different objectives, the earlier first, and a complete trial");

    /// <summary>Draws the hypervolume of the front after each trial.</summary>
    public Chart Hypervolume() => OfStudy("hypervolume", "several objectives and a feasible complete trial");

    /// <summary>Draws what two objectives attained together after parts of the trials.</summary>
    public Chart Attainment() => OfStudy("attainment", "two objectives and a feasible complete trial");

    /// <summary>Draws three or more objectives side by side, a line for each trial of the front.</summary>
    public Chart Objectives() => OfStudy("objectives", "three or more objectives and a feasible complete trial");

    /// <summary>Draws the value of every trial over one parameter.</summary>
    /// <param name="parameter">The path of the parameter.</param>
    public Chart Slice(string parameter) => OfParameter(parameter, "slice");

    /// <summary>Draws the mean of the value over one parameter, with trends.</summary>
    /// <param name="parameter">The path of the parameter.</param>
    /// <param name="isTop">Whether of the best tenth of the trials alone.</param>
    public Chart Loss(string parameter, bool isTop = false) => OfParameter(parameter, "loss_chart" + Top(isTop));

    /// <summary>Draws the value in buckets of one parameter: least, mean and median, with trends.</summary>
    /// <param name="parameter">The path of the parameter.</param>
    /// <param name="isTop">Whether of the best tenth of the trials alone.</param>
    public Chart LossBuckets(string parameter, bool isTop = false) => OfParameter(parameter, "loss_chart_bucketed" + Top(isTop));

    /// <summary>Draws the mean of the run time over one parameter, with trends.</summary>
    /// <param name="parameter">The path of the parameter.</param>
    /// <param name="isTop">Whether of the fastest tenth of the trials alone.</param>
    public Chart Time(string parameter, bool isTop = false) => OfParameter(parameter, "time_chart" + Top(isTop));

    /// <summary>Draws the run time in buckets of one parameter: least, mean and median, with trends.</summary>
    /// <param name="parameter">The path of the parameter.</param>
    /// <param name="isTop">Whether of the fastest tenth of the trials alone.</param>
    public Chart TimeBuckets(string parameter, bool isTop = false) => OfParameter(parameter, "time_chart_bucketed" + Top(isTop));

    /// <summary>Draws where over one parameter the failures lie.</summary>
    /// <param name="parameter">The path of the parameter.</param>
    public Chart Failures(string parameter) => OfParameter(parameter, "failures", "a failed trial that has the parameter");

    /// <summary>Draws a smooth surface over two parameters with lines of equal value.</summary>
    /// <param name="parameter">The path of a parameter.</param>
    /// <param name="other">The path of another; the one that comes first in the space is drawn to the right.</param>
    public Chart Contour(string parameter, string other) => OfPair(parameter, other, "contour", $"4 {Varied}, both with an order");

    /// <summary>Draws trials over two parameters, coloured by the rank of their value.</summary>
    /// <param name="parameter">The path of a parameter.</param>
    /// <param name="other">The path of another; the one that comes first in the space is drawn to the right.</param>
    public Chart Rank(string parameter, string other) => OfPair(parameter, other, "rank");

    /// <summary>Draws trials over two parameters, size and colour by value.</summary>
    /// <param name="parameter">The path of a parameter.</param>
    /// <param name="other">The path of another; the one that comes first in the space is drawn to the right.</param>
    /// <param name="isTop">Whether of the best tenth of the trials alone.</param>
    public Chart Scatter(string parameter, string other, bool isTop = false) => OfPair(parameter, other, "scatter" + Top(isTop));

    /// <summary>Draws values in squares of two parameters.</summary>
    /// <param name="parameter">The path of a parameter.</param>
    /// <param name="other">The path of another; the one that comes first in the space is drawn to the right.</param>
    /// <param name="isMean">Whether a square shows the mean rather than the best of its trials.</param>
    /// <param name="isTop">Whether of the best tenth of the trials alone.</param>
    public Chart LossMatrix(string parameter, string other, bool isMean = false, bool isTop = false) =>
        OfPair(parameter, other, $"loss_matrix{Top(isTop)}{Reduced(isMean)}");

    /// <summary>Draws ranks within each row of the squares of two parameters: for each value of the one, which value of the other is best.</summary>
    /// <param name="across">The path of the parameter that is drawn to the right.</param>
    /// <param name="up">The path of the parameter whose values are the rows.</param>
    /// <param name="isMean">Whether a square is ranked by the mean rather than the best of its trials.</param>
    /// <param name="isTop">Whether of the best tenth of the trials alone.</param>
    public Chart ResponseMatrix(string across, string up, bool isMean = false, bool isTop = false) =>
        OfPair(across, up, $"response_matrix{Top(isTop)}{Reduced(isMean)}", Varied, isDirected: true);

    /// <summary>Draws mean run times in squares of two parameters.</summary>
    /// <param name="parameter">The path of a parameter.</param>
    /// <param name="other">The path of another; the one that comes first in the space is drawn to the right.</param>
    public Chart TimeMatrix(string parameter, string other) => OfPair(parameter, other, "time_matrix", $"{Varied} that took time");

    private static string Top(bool isTop) => isTop ? "_top_10_percent" : string.Empty;

    private static string Reduced(bool isMean) => isMean ? "_mean" : "_min";

    private string OfObjective(string chart, int objective) => Data.HasFront ? FormattableString.Invariant($"{chart}_{objective + 1}")
        : objective == 0 ? chart
        : throw new ArgumentOutOfRangeException(nameof(objective), objective, $"Study '{Data.Header.Name}' has one objective; leave the number out.");

    private Chart OfStudy(string name, string needs) => Make(ChartCatalogue.OfStudy(Analysis), name, needs);

    private Chart OfParameter(string parameter, string name, string needs = Having)
    {
        int index = ParameterNames.IndexOf(Data.Space, parameter);
        string folder = $"parameters/{new ChartNames(Data.Space)[index]}/";
        return Make(ParameterCharts.List(Data, index, folder, Every), folder + name, needs);
    }

    private Chart OfPair(string parameter, string other, string name, string needs = Varied, bool isDirected = false)
    {
        (int first, int second) = (ParameterNames.IndexOf(Data.Space, parameter), ParameterNames.IndexOf(Data.Space, other));
        if (first == second)
        {
            throw new ArgumentException($"Both parameters are '{parameter}'; a chart of a pair needs two different ones.", nameof(other));
        }

        ChartNames names = new(Data.Space);
        (int across, int up) = (Math.Min(first, second), Math.Max(first, second));
        string folder = isDirected ? $"pairs/{names[first]}/{names[second]}/" : $"pairs/{names[across]}/{names[up]}/";
        return Make(PairCharts.List(Data, across, up, names, Every), folder + name, needs);
    }

    private Chart Make(IEnumerable<ChartPlan> plans, string name, string needs) =>
        (plans.FirstOrDefault(plan => plan.Name == name) ?? throw new InvalidOperationException(
            $"Study '{Data.Header.Name}' has no chart '{name}' yet; it needs {needs}, and of {Errors.Counted.Of(Data.Trials.Count, "trial")} "
            + $"{Data.Complete.Count} are complete. Charts().List() says which there are.")).Make();
}
