namespace Hypermax.Storage;

/// <summary>The ways in which people steer a running study.</summary>
public enum SteeringKind
{
    /// <summary>Try this point before the sampler is asked again.</summary>
    Enqueue,

    /// <summary>Give a parameter the same value in every proposal.</summary>
    Fix,

    /// <summary>Let the sampler choose a fixed parameter again.</summary>
    Free,
}
