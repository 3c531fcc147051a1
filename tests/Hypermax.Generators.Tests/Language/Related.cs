namespace Hypermax.Generators.Tests.Language;

/// <summary>Relations between numbers of every kind of type, in branches and out of them.</summary>
[SearchSpace]
public partial record Related(
    [Uniform(0, 1), LessThan(nameof(HighSingle))] float LowSingle,
    [Uniform(0, 1)] float HighSingle,
    [Uniform(0, 1), SumsTo(1)] float FirstShare,
    [Uniform(0, 1), SumsTo(1)] float SecondShare,
    [Uniform(0, 0.5), SumsTo(1)] float ThirdShare,
    [Uniform(1, 60, Unit = "s"), LessThan(nameof(Longest))] TimeSpan Shortest,
    [Uniform(1, 60, Unit = "s")] TimeSpan Longest,
    [Uniform(-3, 3, Step = 0.1), LessThan(nameof(Above))] decimal Below,
    [Uniform(-2, 4, Step = 0.25)] decimal Above,
    [LogUniform(1, 1000), LessThan(nameof(Middle))] long Smallest,
    [UniformInt(0, 500), LessThan(nameof(Largest), OrEqual = true)] long Middle,
    [LogNormal(5, 4)] long Largest,
    [Normal(0, 1), LessThan(nameof(Right))] double Left,
    [Normal(-1, 0.5)] double Right,
    RelatedBranch Branch);

/// <summary>Branches with relations of their own.</summary>
[SearchSpace]
public abstract partial record RelatedBranch
{
    public sealed record None : RelatedBranch;

    public sealed record Band([LogUniform(1e-6, 1), LessThan(nameof(High))] double Low, [LogUniform(1e-4, 1)] double High) : RelatedBranch;

    public sealed record Mix([Uniform(0, 1), SumsTo(2)] double A, [Uniform(0, 1), SumsTo(2)] double B, [Uniform(0, 1), SumsTo(2)] double C) : RelatedBranch;
}
