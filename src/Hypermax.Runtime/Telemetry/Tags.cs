namespace Hypermax.Telemetry;

/// <summary>The names of tags: OpenTelemetry's own where there is one, else below <c>hypermax.</c>.</summary>
internal static class Tags
{
    /// <summary>The kind of failure, as OpenTelemetry names it.</summary>
    public const string Error = "error.type";

    public const string Study = "hypermax.study.name";
    public const string Method = "hypermax.study.method";
    public const string Seed = "hypermax.study.seed";
    public const string Objective = "hypermax.objective.name";
    public const string Planned = "hypermax.search.planned_trials";
    public const string Workers = "hypermax.search.workers";
    public const string Reason = "hypermax.search.stop_reason";
    public const string Trials = "hypermax.search.trials";
    public const string BestValue = "hypermax.search.best_value";
    public const string BestTrial = "hypermax.search.best_trial";
    public const string Trial = "hypermax.trial.number";
    public const string State = "hypermax.trial.state";
    public const string Value = "hypermax.trial.value";
    public const string Worker = "hypermax.trial.worker";
    public const string Phase = "hypermax.trial.phase";
    public const string Budget = "hypermax.trial.budget";
    public const string Kill = "hypermax.trial.kill";
    public const string Retries = "hypermax.trial.retries";
    public const string Executor = "hypermax.executor.name";
    public const string Precheck = "hypermax.executor.precheck";
    public const string TrialSeed = "hypermax.executor.seed";
}
