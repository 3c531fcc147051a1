namespace Hypermax.TestSupport;

/// <summary>A test with rows that needs a RabbitMQ broker.</summary>
public sealed class RabbitTheoryAttribute : TheoryAttribute
{
    public RabbitTheoryAttribute() => Skip = RabbitFactAttribute.SkipReason;
}
