using Hypermax.Tune;

namespace Hypermax.Tests.Tune;

public sealed class AssemblyFactsTests
{
    [Fact]
    public void Read_AssemblyWithMarkedMethodButNoRegistry_SeesTheDifference()
    {
        // This very assembly: the attribute stands below, and no generator runs here.
        AssemblyFacts facts = AssemblyFacts.Read(typeof(AssemblyFactsTests).Assembly.Location);

        Assert.False(facts.HasRegistry);
        Assert.Equal(1, facts.MarkedMethods);
    }

    [Fact]
    public void Read_NoAssembly_Throws()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "no assembly");
            Assert.Throws<BadImageFormatException>(() => AssemblyFacts.Read(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Objective]
    internal static double Marked(double x) => x;
}
