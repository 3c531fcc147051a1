using Hypermax.Numerics;
using Hypermax.Spaces;

namespace Hypermax.Generators.Tests.Language;

public sealed class BinderTests
{
    [Fact]
    public void Bind_RecordStruct_AllocatesNothing()
    {
        SearchSpace<Range> space = Range.SearchSpace;
        double[] vector = [0.25, 0.75];
        double sum = 0;
        for (int i = 0; i < 100; i++)
        {
            sum += space.Bind(vector).High;
            space.Binder.Unbind(new Range(0.1, 0.2), vector, 0);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            sum += space.Bind(vector).High;
            space.Binder.Unbind(new Range(0.1, 0.2), vector, 0);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(sum > 0);
    }

    [Fact]
    public void Bind_Record_AllocatesTheRecordOnly()
    {
        SearchSpace<Layer> space = Layer.SearchSpace;
        double[] vector = [32, 1];
        Layer made = new() { Units = 1 };
        long alone = Allocated(() => made = new Layer { Units = 32, Activation = Activation.Relu });

        long bound = Allocated(() => made = space.Bind(vector));

        Assert.Equal(alone, bound);
        Assert.Equal(32, made.Units);
    }

    [Fact]
    public void Unbind_UnknownThings_AreAllNamedByPath()
    {
        Everything value = Sample() with { Activation = "swish", Mode = "warp", Model = null!, Precision = (Precision)99 };

        ArgumentException error = Assert.Throws<ArgumentException>(() => Everything.SearchSpace.Unbind(value));

        Assert.Contains("'Activation' is 'swish'; it must be one of relu, tanh, gelu", error.Message, StringComparison.Ordinal);
        Assert.Contains("'Mode' is 'warp'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'Model' is missing", error.Message, StringComparison.Ordinal);
        Assert.Contains("'Precision' is '99'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_OutOfRange_ListsEveryViolation()
    {
        Everything value = Sample() with { Rate = 7, Batch = 48, Shares = [1, 2, 3, 4, 5], Range = new Range(2, 0.5) };

        IReadOnlyList<string> violations = Everything.SearchSpace.Validate(value);

        Assert.Equal(
            [
                "Parameter 'Batch' is '48'; it must be one of 16, 32, 64.",
                "Parameter 'Shares.Length' is '5'; it must lie between 0 and 4 in steps of 1.",
                "Parameter 'Rate' is 7; it must lie between 1E-05 and 1.",
                "Parameter 'Range.Low' is 2; it must lie between 0 and 1.",
            ],
            violations);
    }

    [Fact]
    public void Validate_BrokenRelation_SaysWhatMustHold()
    {
        Everything value = Sample() with { Range = new Range(0.9, 0.5), Second = null };

        Assert.Equal(["'Range.Low' must be less than 'Range.High'."], Everything.SearchSpace.Validate(value));
    }

    [Fact]
    public void FromJson_WrongValue_NamesParameterRuleAndValue()
    {
        FormatException error = Assert.Throws<FormatException>(() => Range.SearchSpace.FromJson("""{"Low":0.5,"High":3}"""));

        Assert.Equal("Parameter 'High' has the value 3; it must lie between 0 and 1.", error.Message);
    }

    private static Everything Sample()
    {
        SpaceGeometry geometry = new(Everything.SearchSpace);
        for (int trial = 0; ; trial++)
        {
            double[] point = geometry.Sample(new SeedStream(1, trial, "test"));
            if (Everything.SearchSpace.Relations.All(relation => relation.Holds(point)))
            {
                return Everything.SearchSpace.Bind(point);
            }
        }
    }

    private static long Allocated(Action action)
    {
        for (int i = 0; i < 100; i++)
        {
            action();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            action();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
