namespace Hypermax.Generators.Generation.Studies.Model;

/// <summary>How an objective returns its value or its figures.</summary>
internal enum ObjectiveReturn
{
    /// <summary>By itself.</summary>
    Value,

    /// <summary>By a task.</summary>
    Task,

    /// <summary>By a value task.</summary>
    ValueTask,
}
