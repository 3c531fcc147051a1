using Hypermax;

namespace Search;

[SearchSpace]
public partial record Cifar(
    [Choice("relu", "elu", "selu", "rrelu")] string activation,
    [Uniform(1, 3)] int layer1_layers,
    [Uniform(32, 96, Step = 16)] int layer1_size,
    [Uniform(1, 3)] int layer2_layers,
    [Uniform(64, 192, Step = 32)] int layer2_size,
    [Uniform(1, 3)] int layer3_layers,
    [Uniform(128, 384, Step = 64)] int layer3_size,
    [Uniform(1, 3)] int layer4_layers,
    [Uniform(256, 768, Step = 128)] int layer4_size,
    [Uniform(0.1, 3)] double learning_rate,
    [LogUniform(2E-05, 0.002)] double weight_decay);
