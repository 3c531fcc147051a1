namespace Hypermax.TestSupport;

/// <summary>A theory of processes that are told by signals, which only Unix has.</summary>
public sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = UnixFactAttribute.SkipReason;
}
