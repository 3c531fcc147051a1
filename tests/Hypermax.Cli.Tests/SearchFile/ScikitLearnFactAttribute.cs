using System.Diagnostics;
using Hypermax.TestSupport;

namespace Hypermax.Tests.SearchFile;

/// <summary>A test that needs a Python with scikit-learn.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScikitLearnFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Found = new(() => Array.Find(["python3", "/usr/bin/python3"], HasScikitLearn));

    public ScikitLearnFactAttribute() => Skip = Programs.SkipReason(
        Found.Value is null ? "scikit-learn is not installed for python3 (Debian: python3-sklearn)." : null);

    /// <summary>Gets the interpreter.</summary>
    public static string Interpreter => Found.Value ?? "python3";

    private static bool HasScikitLearn(string interpreter)
    {
        try
        {
            using Process process = Process.Start(
                new ProcessStartInfo(interpreter, ["-c", "import importlib.util, sys; sys.exit(importlib.util.find_spec('sklearn') is None)"]))!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
