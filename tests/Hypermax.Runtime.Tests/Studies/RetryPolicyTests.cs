namespace Hypermax.Tests.Studies;

public class RetryPolicyTests
{
    [Fact]
    public void Parse_Names_AreReadInAnyCase()
    {
        RetryPolicy policy = RetryPolicy.Parse(3, "processdied, Silence");

        Assert.Equal(3, policy.Times);
        Assert.Equal(new HashSet<FailureKind> { FailureKind.ProcessDied, FailureKind.Silence }, policy.Kinds);
        Assert.Equal(policy.Kinds, RetryPolicy.Parse(3, "Silence ProcessDied").Kinds);
        Assert.Same(RetryPolicy.None, RetryPolicy.Parse(0, null));
        Assert.Null(RetryPolicy.Parse(2, null).Kinds);
    }

    [Theory]
    [InlineData(2, "ProcesDied", "'ProcessDied'")]
    [InlineData(2, "Cancelled", "is no failure that can be tried again")]
    [InlineData(2, "7", "is no failure that can be tried again")]
    [InlineData(0, "Silence", "Set Retries above 0")]
    public void Parse_Nonsense_SaysWhatWouldFit(int times, string kinds, string expected) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => RetryPolicy.Parse(times, kinds)).Message, StringComparison.Ordinal);
}
