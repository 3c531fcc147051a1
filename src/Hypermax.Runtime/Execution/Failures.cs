using Hypermax.Execution.Said;

namespace Hypermax.Execution;

/// <summary>Turns exceptions of objectives into outcomes.</summary>
internal static class Failures
{
    public static TrialOutcome Of(Exception error)
    {
        ThrownError thrown = ThrownError.Of(error);
        return Of(thrown.Type, thrown.Message, thrown.Position, thrown.Stack);
    }

    /// <summary>Makes the outcome of an exception, wherever it was thrown.</summary>
    /// <param name="type">The full name of its type.</param>
    /// <param name="message">Its message.</param>
    /// <param name="position">The user's line, or null.</param>
    /// <param name="stack">All of it, for people who search for the cause.</param>
    public static TrialOutcome Of(string type, string message, SourcePosition? position, string stack) =>
        TrialOutcome.Fail(
            type == typeof(OutOfMemoryException).FullName ? FailureKind.Memory : FailureKind.Exception,
            $"{type[(type.LastIndexOf('.') + 1)..]}: {message}") with
        {
            Position = position,
            Attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["stack"] = SaidText.Fit(stack, SaidCaps.Stack) },
        };
}
