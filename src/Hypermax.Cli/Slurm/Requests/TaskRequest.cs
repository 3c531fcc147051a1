using Hypermax.Execution.Slurm;

namespace Hypermax.Slurm;

/// <summary>What every task of a job array asks Slurm for.</summary>
internal sealed record TaskRequest : JobRequest
{
    /// <summary>Gets the tasks.</summary>
    public required ArrayRange Array { get; init; }

    /// <summary>Gets the tasks as they were written.</summary>
    public required string ArrayText { get; init; }

    /// <summary>Gets who is told of the end of the whole array, by one mail.</summary>
    public string? Mail { get; init; }

    /// <summary>Looks for tasks that the cluster cannot number.</summary>
    /// <param name="maxArraySize">What numbers of tasks stay below, or null where that is not known.</param>
    /// <returns>What is wrong, in a sentence, or null.</returns>
    public string? ArrayProblem(int? maxArraySize) => maxArraySize is int size && Array.Indices[^1] >= size
        ? FormattableString.Invariant($"--array is '{ArrayText}', and this cluster takes numbers of tasks up to {size - 1}. ")
            + "Ask for fewer tasks; each of them can run many trials."
        : null;
}
