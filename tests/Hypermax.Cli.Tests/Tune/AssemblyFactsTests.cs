using System.Reflection;
using System.Reflection.Emit;
using Hypermax.Tune;

namespace Hypermax.Tests.Tune;

public sealed class AssemblyFactsTests
{
    [Theory]
    [InlineData(null, false, false)]
    [InlineData("", true, false)]
    [InlineData("Hypermax.Generated.ShopObjectives", true, true)]
    public void Read_Registry_IsWhatTheGeneratorLeft(string? registry, bool hasRegistry, bool hasObjectives)
    {
        string path = Path.GetTempFileName();
        try
        {
            PersistedAssemblyBuilder assembly = new(new AssemblyName("Shop"), typeof(object).Assembly);
            assembly.DefineDynamicModule("Shop");
            ConstructorInfo metadata = typeof(AssemblyMetadataAttribute).GetConstructor([typeof(string), typeof(string)])!;
            assembly.SetCustomAttribute(new CustomAttributeBuilder(metadata, ["RepositoryUrl", "elsewhere"]));
            if (registry is not null)
            {
                assembly.SetCustomAttribute(new CustomAttributeBuilder(metadata, ["Hypermax.Objectives", registry]));
            }

            assembly.Save(path);

            Assert.Equal(new AssemblyFacts(hasRegistry, hasObjectives), AssemblyFacts.Read(path));
        }
        finally
        {
            File.Delete(path);
        }
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
}
