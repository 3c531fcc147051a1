using System.Globalization;

namespace Hypermax.Generators.Tests.Language;

/// <summary>A record with every kind of parameter; the generator runs on it as on any user's code.</summary>
/// <param name="Rate">The learning rate.</param>
[SearchSpace]
public partial record Everything(
    [LogUniform(1e-5, 1, Default = 0.01)] double Rate,
    [Uniform(0.1, 0.9)] float Fraction,
    [Uniform(-2, 2)] Half Tiny,
    [Uniform(0, 1, Step = 0.05)] decimal Price,
    [QUniform(0, 1, 0.25)] double Quarter,
    [QLogUniform(8, 1024, 8)] int Units,
    [Normal(0, 1)] double Offset,
    [Normal(50, 10, Low = 0, High = 100)] byte Percent,
    [QNormal(0, 100, 10)] int Tens,
    [LogNormal(0, 1)] double Scale,
    [QLogNormal(2, 1, 0.5)] double Half,
    [RandInt(8)] sbyte Slot,
    [UniformInt(1, 5)] short Layers,
    [UniformInt(0, 3_000_000_000)] uint Large,
    [LogUniform(1, 1e12)] long Huge,
    [Uniform(0, 100)] ulong Unsigned,
    [Uniform(0, 9)] ushort Digit,
    [Uniform(10, 500, Unit = "ms")] TimeSpan Timeout,
    [Choice("relu", "tanh", "gelu", Weights = [3, 1, 1], Default = "tanh")] string Activation,
    [Choice<int>(16, 32, 64)] int Batch,
    [Choice(0.1, 0.25, 0.5), Ordered] double Dropout,
    [Choice('a', 'b')] char Letter,
    [Choice("1.0", "2.1")] Version Protocol,
    [Choice("00:00:01", "00:01:00")] TimeSpan Pause,
    [Choice("sqrt", 0.5, 7, true)] object Features,
    [Choice(1, 3_000_000_000)] object? Buckets,
    [Name("early-stop")] [Uniform(1, 50)] int Patience,
    bool Shuffle,
    [Choice(true, false)] bool Bias,
    Precision Precision,
    [Choice(Precision.Single, Precision.Half)] Precision Storage,
    [Fixed(42)] int Seed,
    [Fixed("adam")] string Optimizer,
    [Uniform(0, 1)] double? Momentum,
    [Choice("l1", "l2")] string? Penalty,
    [Absent(Probability = 0.25)] bool? Nesterov,
    [Uniform(0, 100), Converter(typeof(PercentageConverter))] Percentage Share,
    [Choice("red", "blue"), Converter(typeof(ColorConverter))] Tint Tint,
    Range Range,
    Range? Second,
    Model Model,
    [Length(1, 3)] IReadOnlyList<Layer> Stack,
    [Length(0, 4), Uniform(0, 1)] double[] Shares,
    [Length(2, 2), Choice("x", "y")] List<string> Labels,
    Pair<Range, Layer> Pair)
{
    [Uniform(1, 3)]
    public required int Retries { get; init; }

    [Choice("slow", "fast")]
    public string Mode { get; set; } = "fast";

    [NotSearched]
    public string? Note { get; init; }
}

public enum Precision
{
    Double = 8,
    [Name("float")]
    Single = 4,
    Half = 2,
}

/// <summary>Two numbers in order.</summary>
[SearchSpace]
public readonly partial record struct Range([Uniform(0, 1), LessThan(nameof(High))] double Low, [Uniform(0, 1)] double High);

[SearchSpace]
public partial class Layer
{
    [Uniform(1, 64)]
    public required int Units { get; init; }

    public Activation Activation { get; init; }

    public override bool Equals(object? obj) => obj is Layer other && other.Units == Units && other.Activation == Activation;

    public override int GetHashCode() => Units;
}

[Ordered]
public enum Activation
{
    Linear,
    Relu,
    Tanh,
}

/// <summary>What is trained.</summary>
[SearchSpace]
public abstract partial record Model
{
    [Uniform(0, 10)]
    public int Warmup { get; init; } = 3;

    [Name("const")]
    public sealed record Constant : Model;

    [Branch(Weight = 2, IsDefault = true)]
    public sealed record Linear([LogUniform(1e-4, 1)] double Penalty, bool Intercept) : Model;

    public abstract record Tree : Model
    {
        public sealed record Shallow([Uniform(1, 3)] int Depth) : Tree;

        public sealed record Deep([Uniform(4, 30)] int Depth, Range Sampling) : Tree;
    }

    public sealed record Network([Length(1, 2)] Layer[] Hidden, [Choice("1.0", "2.0")] Version Version) : Model;
}

[SearchSpace]
public partial record Pair<TFirst, TSecond>([Uniform(0, 1)] double Weight, TFirst First, TSecond Second, bool Swapped)
    where TFirst : ISearchSpace<TFirst>
    where TSecond : ISearchSpace<TSecond>;

public readonly record struct Percentage(double Value);

public static class PercentageConverter
{
    public static Percentage Convert(double raw) => new(raw / 128);

    public static double ConvertBack(Percentage value) => value.Value * 128;
}

public sealed record Tint(string Name);

public static class ColorConverter
{
    public static Tint Convert(string raw) => new(raw.ToUpper(CultureInfo.InvariantCulture));

    public static string ConvertBack(Tint value) => value.Name.ToLower(CultureInfo.InvariantCulture);
}
