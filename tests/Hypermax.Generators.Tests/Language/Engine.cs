namespace Hypermax.Generators.Tests.Language;

/// <summary>Branches with relations and checks of their own, and with spaces in them that have both.</summary>
[SearchSpace]
public abstract partial record Engine
{
    [Uniform(0, 1)]
    public double Noise { get; init; }

    public static bool IsValid(Engine engine) => engine.Noise < 0.9;

    public sealed record Plain([UniformInt(0, 9)] int Speed) : Engine;

    public sealed record Ordered([Uniform(0, 1), LessThan(nameof(High))] double Low, [Uniform(0, 1)] double High) : Engine
    {
        internal static bool IsValid(Ordered engine) => engine.High < 0.95;
    }

    public abstract record Mixed : Engine
    {
        public sealed record Shared([Uniform(0, 1), SumsTo(1)] double A, [Uniform(0, 1), SumsTo(1)] double B, [Uniform(0, 1), SumsTo(1)] double C) : Mixed;

        public sealed record Nested(Checked Inner, Checked? Perhaps, [Length(0, 2)] Checked[] List, [Length(1, 2)] List<Checked>? Maybe) : Mixed;
    }
}

[SearchSpace]
public partial record Checked([UniformInt(0, 4)] int Value)
{
    public static bool IsValid(Checked value) => value.Value != 3;
}

[SearchSpace]
public partial record Workshop(Engine First, Engine? Second, [Length(1, 2)] Engine[] More);
