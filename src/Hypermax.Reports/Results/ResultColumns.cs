using Hypermax.Reports;
using Hypermax.Storage;

namespace Hypermax.Results;

/// <summary>The columns of <c>results.csv</c> for one study: fixed ones, objectives, metrics, parameters.</summary>
internal sealed class ResultColumns
{
    /// <summary>The columns that every study has, in their order.</summary>
    public static readonly IReadOnlyList<string> Fixed = ["trial", "status", "loss", "time", "log", "error"];

    /// <summary>Works out the columns.</summary>
    /// <param name="header">The study.</param>
    /// <param name="trials">Its trials; their metrics become columns.</param>
    public ResultColumns(StudyHeader header, IReadOnlyList<TrialRecord> trials)
    {
        HasObjectiveCode = trials.Where(trial => trial.Objective is not null).Select(trial => trial.Objective).Distinct(StringComparer.Ordinal).Skip(1).Any();
        Code = HasObjectiveCode ? ["objective"] : [];
        HasStages = trials.Any(trial => trial.Insight?.Stage is not null);
        Stage = HasStages ? ["stage"] : [];
        HasBudgets = header.Fidelity is not null;
        Budgets = HasBudgets ? ["$budget", "$continues", "$loop", "$group", "$round"] : [];
        HashSet<string> taken = new([.. Fixed, .. Stage, .. Code, .. Budgets], StringComparer.Ordinal);
        ConstraintNames = new StudyData(header, trials).Constraints;
        Feasible = ConstraintNames.Count > 0 ? ["feasible"] : [];
        taken.UnionWith(Feasible);
        Objectives = [.. ObjectiveNames(header).Select(name => Claim(taken, "objectives.", name))];
        ParameterHeaders = [.. header.Space.Parameters.Select(parameter => Claim(taken, "parameters.", parameter.Name))];
        string[] shown = ObjectiveNames(header);
        string[] constraints = [.. ConstraintNames.Where(name => !shown.Contains(name, StringComparer.Ordinal))];
        Constraints = constraints;
        ConstraintHeaders = [.. constraints.Select(name => Claim(taken, "constraints.", name))];
        Metrics =
        [
            .. trials.SelectMany(trial => trial.Outcome?.Metrics.Keys ?? [])
                .Except([.. shown, .. constraints], StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        MetricHeaders = [.. Metrics.Select(metric => Claim(taken, "metrics.", metric))];
    }

    /// <summary>Gets the columns of objective values in their own direction: none for one minimised objective, whose value is the loss.</summary>
    public IReadOnlyList<string> Objectives { get; }

    /// <summary>Gets whether the search had stages, so that there is a column that tells which.</summary>
    public bool HasStages { get; }

    /// <summary>Gets the names of the constraints that are no objectives.</summary>
    public IReadOnlyList<string> Constraints { get; }

    /// <summary>Gets the columns of the constraints.</summary>
    public IReadOnlyList<string> ConstraintHeaders { get; }

    /// <summary>Gets whether there are constraints, so that there is a column that tells whether a trial keeps them.</summary>
    public bool HasFeasible => Feasible.Count > 0;

    /// <summary>Gets whether trials were evaluated by different code, so that there is a column that tells which.</summary>
    public bool HasObjectiveCode { get; }

    /// <summary>Gets whether trials have budgets, so that there are columns that tell which, and their places in the schedule.</summary>
    public bool HasBudgets { get; }

    /// <summary>Gets the names of the metrics.</summary>
    public IReadOnlyList<string> Metrics { get; }

    /// <summary>Gets the columns of the metrics.</summary>
    public IReadOnlyList<string> MetricHeaders { get; }

    /// <summary>Gets the columns of the parameters, in the order of the space.</summary>
    public IReadOnlyList<string> ParameterHeaders { get; }

    /// <summary>Gets all columns in the order of the file.</summary>
    public IEnumerable<string> All =>
        [.. Fixed, .. Stage, .. Code, .. Budgets, .. Feasible, .. Objectives, .. ConstraintHeaders, .. MetricHeaders, .. ParameterHeaders];

    private IReadOnlyList<string> Stage { get; }

    private IReadOnlyList<string> Code { get; }

    private IReadOnlyList<string> Budgets { get; }

    private IReadOnlyList<string> Feasible { get; }

    private IReadOnlyList<string> ConstraintNames { get; }

    private static string[] ObjectiveNames(StudyHeader header) => header switch
    {
        { ObjectiveNames.Count: > 0 } => [.. header.ObjectiveNames],
        { Directions.Count: > 1 } => [.. Enumerable.Range(0, header.Directions.Count).Select(index => FormattableString.Invariant($"value.{index}"))],
        { Directions: [Direction.Maximize] } => ["value"],
        _ => [],
    };

    // Two columns of one name could not be told apart, so the later one says what it is.
    private static string Claim(HashSet<string> taken, string prefix, string name)
    {
        string header = name;
        while (!taken.Add(header))
        {
            header = prefix + header;
        }

        return header;
    }
}
