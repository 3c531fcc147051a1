using Hypermax.Sampling;
using Hypermax.Settings;

namespace Hypermax.Tests.Settings;

public class MethodNamesTests
{
    [Fact]
    public void All_AreTheRegisteredSamplers() => Assert.Equal(Samplers.Names.Order(StringComparer.Ordinal), MethodNames.All.Order(StringComparer.Ordinal));
}
