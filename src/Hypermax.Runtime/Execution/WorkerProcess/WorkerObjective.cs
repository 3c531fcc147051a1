namespace Hypermax.Execution.WorkerProcess;

/// <summary>An objective that a worker offers, as its ready line describes it.</summary>
/// <param name="Name">The name of the study.</param>
/// <param name="Space">The space that parameters are drawn from.</param>
/// <param name="Settings">What the attribute on the method says.</param>
/// <param name="Position">Where the method is declared.</param>
public sealed record WorkerObjective(string Name, SearchSpace Space, ObjectiveAttribute Settings, SourcePosition Position);
