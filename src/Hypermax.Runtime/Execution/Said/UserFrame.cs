using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Hypermax.Execution.Said;

/// <summary>Finds the line of the user's source that an exception came from.</summary>
internal static class UserFrame
{
    /// <summary>Gets the innermost frame with a source line that is neither ours nor generated, or null when no symbols are at hand.</summary>
    public static SourcePosition? Find(Exception error)
    {
        foreach (StackFrame frame in new StackTrace(error, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetFileName() is { Length: > 0 } file
                && frame.GetFileLineNumber() > 0
                && !file.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase)
                && AssemblyOf(frame) is not ("Hypermax.Attributes" or "Hypermax.Runtime" or "Hypermax.Worker"))
            {
                return new SourcePosition(file, frame.GetFileLineNumber(), frame.GetFileColumnNumber());
            }
        }

        return null;
    }

#if NET9_0_OR_GREATER
    private static string? AssemblyOf(StackFrame frame) => DiagnosticMethodInfo.Create(frame)?.DeclaringAssemblyName.Split(',')[0];
#else
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A method that was trimmed away gives null, which counts as the user's.")]
    private static string? AssemblyOf(StackFrame frame) => frame.GetMethod()?.Module.Assembly.GetName().Name;
#endif
}
