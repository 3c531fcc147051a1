namespace Hypermax.Generators.Generation.Studies.Model;

/// <summary>What an objective takes.</summary>
internal enum ObjectiveArgument
{
    /// <summary>The typed parameters.</summary>
    Parameters,

    /// <summary>The trial.</summary>
    Trial,

    /// <summary>The token of the trial.</summary>
    Cancellation,
}
