using Hypermax.Sampling;

namespace Hypermax.Tests.Sampling;

public sealed class SamplersTests
{
    [Fact]
    public void Create_MistypedName_NamesTheNearestAndAll()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Samplers.Create("tbe"));

        Assert.Contains("'tbe' is no method of search; the methods are anneal, ", error.Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'tpe'?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_EveryName_SamplerOfThatName() =>
        Assert.All(Samplers.Names, name => Assert.Equal(name, Samplers.Create(name).Name));
}
