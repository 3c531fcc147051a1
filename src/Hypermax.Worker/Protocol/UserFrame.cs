using System.Diagnostics;

namespace Hypermax.Worker.Protocol;

/// <summary>Finds the line of the user's source that an exception came from.</summary>
internal static class UserFrame
{
    /// <summary>Gets the innermost frame with a source line that is neither ours nor generated, or null.</summary>
    public static SourcePosition? Find(Exception error)
    {
        Exception cause = error is AggregateException { InnerExceptions: [var only] } ? only : error;
        foreach (StackFrame frame in new StackTrace(cause, fNeedFileInfo: true).GetFrames())
        {
            string? assembly = frame.GetMethod()?.Module.Assembly.GetName().Name;
            if (frame.GetFileName() is { Length: > 0 } file
                && frame.GetFileLineNumber() > 0
                && !file.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase)
                && assembly is not ("Hypermax.Attributes" or "Hypermax.Worker"))
            {
                return new SourcePosition(file, frame.GetFileLineNumber(), frame.GetFileColumnNumber());
            }
        }

        return null;
    }
}
