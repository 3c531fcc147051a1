using System.Diagnostics.CodeAnalysis;

namespace Hypermax.Chaos;

/// <summary>An exception that cannot be asked for anything.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Nobody but the chaos programs throws it.")]
[SuppressMessage("Design", "CA1065:Do not raise exceptions in unexpected locations", Justification = "That is what it is for.")]
public sealed class HostileException : Exception
{
    /// <inheritdoc/>
    public override string Message => throw new InvalidOperationException("no message");

    /// <inheritdoc/>
    public override string? StackTrace => throw new InvalidOperationException("no stack");

    /// <inheritdoc/>
    public override string ToString() => throw new InvalidOperationException("no text");
}
