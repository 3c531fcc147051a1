namespace Hypermax.TestSupport;

/// <summary>A test that needs a RabbitMQ broker, which is started on the loopback interface.</summary>
public sealed class RabbitFactAttribute : FactAttribute
{
    public RabbitFactAttribute() => Skip = SkipReason;

    /// <summary>Gets why such tests are skipped, or null when they run.</summary>
    public static string? SkipReason => Programs.SkipReason(RabbitServer.Missing);
}
