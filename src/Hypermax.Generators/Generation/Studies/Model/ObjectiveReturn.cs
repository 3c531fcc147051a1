namespace Hypermax.Generators.Generation.Studies.Model;

/// <summary>What an objective returns.</summary>
internal enum ObjectiveReturn
{
    /// <summary>The value.</summary>
    Value,

    /// <summary>A task.</summary>
    Task,

    /// <summary>A value task.</summary>
    ValueTask,
}
