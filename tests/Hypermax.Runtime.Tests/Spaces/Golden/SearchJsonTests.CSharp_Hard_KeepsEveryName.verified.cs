using Hypermax;

[SearchSpace]
public partial record Hard(
    [Name("1")] [Normal(3, 2)] double _1,
    [LogNormal(4.605170185988092, 2.302585092994046)] double @class,
    [Choice("a", 7, 0.5, true)] object mixed,
    [Uniform(4, 8, Step = 4)] int ragged,
    [Uniform(0, 4)] int seed,
    [Fixed(12)] int @fixed,
    bool flag,
    HardGroup group,
    HardOpt opt);

[SearchSpace]
public partial record HardGroup(
    [Name("inner-name")] [Uniform(0, 1)] double inner_name);

[SearchSpace]
public abstract partial record HardOpt
{
    [Name("0")]
    public sealed partial record Option0(
        [LogUniform(0.001, 1)] double lr) : HardOpt;

    [Name("1")]
    public sealed partial record Option1(
        [Uniform(0, 2)] double lr,
        HardSchedule schedule) : HardOpt;
}

[SearchSpace]
public abstract partial record HardSchedule
{
    [Name("0")]
    public sealed partial record Option0(
        [Uniform(0, 1)] double decay) : HardSchedule;

    [Name("1")]
    public sealed partial record Option1() : HardSchedule;
}
