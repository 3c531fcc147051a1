namespace Hypermax.Results;

/// <summary>What went wrong with a trial in one line: the kind and the message, as tables show it.</summary>
internal static class FailureText
{
    /// <summary>Gets the text, or null when there is nothing to say.</summary>
    public static string? Of(TrialOutcome? outcome) => outcome switch
    {
        null => null,
        { Failure: FailureKind.None } => outcome.Message,
        { Message: null } => outcome.Failure.ToString(),
        _ => $"{outcome.Failure}: {outcome.Message}",
    };
}
