using Hypermax;

namespace Hosting;

/// <summary>How a service collects messages before it writes them together.</summary>
/// <param name="Size">The most messages that are written at once.</param>
/// <param name="Linger">How long the first message of a batch waits for others.</param>
/// <param name="Writers">How many batches are written at the same time.</param>
/// <param name="Order">Which waiting messages come first.</param>
[SearchSpace]
public partial record BatchingParams(
    [LogUniform(1, 500, Default = 50)] int Size,
    [Uniform(0, 40, Unit = "ms", Default = 10)] TimeSpan Linger,
    [UniformInt(1, 8, Default = 2)] int Writers,
    MessageOrder Order);
