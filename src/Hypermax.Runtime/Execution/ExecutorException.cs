namespace Hypermax.Execution;

/// <summary>An executor cannot run any trial, so the search cannot begin: a program, an assembly or a host is missing.</summary>
public sealed class ExecutorException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is missing, what was tried, and the remedy.</param>
    public ExecutorException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    /// <param name="message">What is missing, what was tried, and the remedy.</param>
    /// <param name="cause">The cause.</param>
    public ExecutorException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>Gets the reason in one word where a program has to tell reasons apart: <c>noRegistry</c>, <c>badRegistry</c>, <c>noAssembly</c>;
    /// else empty.</summary>
    public string Reason { get; init; } = string.Empty;
}
