using System.Diagnostics;

namespace Hypermax.Execution.Said;

/// <summary>What can be recorded of an exception, whatever its class does: each of its own members may throw, or give a text without end.</summary>
/// <param name="Type">The full name of its type.</param>
/// <param name="Message">Its message.</param>
/// <param name="Position">The user's line, or null.</param>
/// <param name="Stack">All of it, for people who search for the cause.</param>
internal sealed record ThrownError(string Type, string Message, SourcePosition? Position, string Stack)
{
    /// <summary>Reads an exception; one that only wraps another stands for that.</summary>
    public static ThrownError Of(Exception error)
    {
        Exception cause = error is AggregateException { InnerExceptions: [var only] } ? only : error;
        Type type = cause.GetType();
        string name = type.FullName ?? type.Name;
        return new ThrownError(
            SaidText.Fit(name, SaidCaps.Name),
            SaidText.Fit(Say(() => cause.Message, trouble => $"(its message cannot be read: reading it threw {trouble})"), SaidCaps.Message),
            Find(cause),
            SaidText.Fit(Say(cause.ToString, trouble => $"{name} (ToString threw {trouble})\n{Trace(cause)}"), SaidCaps.Stack));
    }

    private static string Say(Func<string?> member, Func<string, string> instead)
    {
        try
        {
            return member() ?? string.Empty;
        }
        catch (Exception trouble)
        {
            return instead(trouble.GetType().FullName ?? "an exception");
        }
    }

    // Of the runtime's own making; the class has no say in it.
    private static string Trace(Exception cause) => new StackTrace(cause, fNeedFileInfo: true).ToString();

    private static SourcePosition? Find(Exception cause)
    {
        try
        {
            return UserFrame.Find(cause);
        }
        catch (Exception)
        {
            // Symbols that cannot be read cost the position, not the outcome.
            return null;
        }
    }
}
