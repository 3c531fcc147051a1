namespace Hypermax.Charts;

/// <summary>The kinds of charts by name, as files and pages sort them.</summary>
public static class ChartKinds
{
    /// <summary>Values in trial order with the best so far.</summary>
    public const string History = "history";

    /// <summary>When each worker ran which trial.</summary>
    public const string Timeline = "timeline";

    /// <summary>How much each parameter matters.</summary>
    public const string Importances = "importances";

    /// <summary>Which share of the trials reached a value.</summary>
    public const string Distribution = "distribution";

    /// <summary>All parameters side by side, a line for each trial.</summary>
    public const string ParallelCoordinates = "parallel_coordinates";

    /// <summary>Intermediate values by step.</summary>
    public const string IntermediateValues = "intermediate_values";

    /// <summary>Two objectives and the trials that no other beats.</summary>
    public const string ParetoFront = "pareto_front";

    /// <summary>The hypervolume of the front after each trial.</summary>
    public const string Hypervolume = "hypervolume";

    /// <summary>What two objectives attained together after parts of the trials.</summary>
    public const string Attainment = "attainment";

    /// <summary>Three or more objectives side by side, a line for each trial of the front.</summary>
    public const string Objectives = "objectives";

    /// <summary>Rank correlations of parameters and loss.</summary>
    public const string Correlations = "correlations";

    /// <summary>How long trials took.</summary>
    public const string RunTime = "run_time";

    /// <summary>How much memory trials used.</summary>
    public const string Memory = "memory";

    /// <summary>Failures by kind, or where they lie.</summary>
    public const string Failures = "failures";

    /// <summary>The value of every trial over one parameter.</summary>
    public const string Slice = "slice";

    /// <summary>Values or times grouped by one parameter, with trends.</summary>
    public const string Single = "single";

    /// <summary>Values in buckets of two parameters.</summary>
    public const string Matrix = "matrix";

    /// <summary>Ranks within each row of a matrix.</summary>
    public const string Response = "response";

    /// <summary>Trials over two parameters, size and colour by value.</summary>
    public const string Scatter = "scatter";

    /// <summary>A smooth surface over two parameters with lines of equal value.</summary>
    public const string Contour = "contour";

    /// <summary>Trials over two parameters coloured by the rank of their value.</summary>
    public const string Rank = "rank";
}
