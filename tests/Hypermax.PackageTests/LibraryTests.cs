using Hypermax.PackageTests.Sandboxes;

namespace Hypermax.PackageTests;

/// <summary>Projects that cannot run by themselves: a library for several frameworks, with a dependency that is not copied beside it.</summary>
[Collection(PackageCollection.Name)]
public sealed class LibraryTests(PackageFeed feed)
{
    [Fact]
    public void Tune_MultiTargetedLibraryWithDependency_SearchesTheNewestFrameworkAndBuildsAll()
    {
        using Sandbox sandbox = new(feed, "library");
        sandbox.WriteProject(
            "Shop.csproj",
            "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><LangVersion>latest</LangVersion>",
            """<PackageReference Include="CsvHelper" Version="33.0.1" />""");
        sandbox.Write("Polyfill.cs", "#if !NET8_0_OR_GREATER\nnamespace System.Runtime.CompilerServices { internal static class IsExternalInit; }\n#endif");
        sandbox.Write("Recipe.cs", """
            using Hypermax;

            namespace Shop;

            [SearchSpace]
            public partial record Recipe([Uniform(1, 9)] int Size);

            public static partial class Kitchen
            {
                [Objective(Trials = 9)]
                public static double Cook(Recipe recipe) => recipe.Size + typeof(CsvHelper.CsvReader).Name.Length;
            }
            """);

        sandbox.Dotnet("build", "-t:Hypertune", "-bl").Succeeded().Says("best 10 ");
        Assert.True(sandbox.Has("Cook.hypertune.json"));
        Assert.All(["net10.0", "netstandard2.0"], framework => Assert.True(sandbox.Has($"bin/Debug/{framework}/Shop.dll"), framework));
        Assert.True(sandbox.Has("obj/Debug/net10.0/hypertune/hypertune.stamp"));

        sandbox.Dotnet("build", "-t:Hypertune", "-p:HypertuneFramework=net7.0").Failed().Says("HMXB0001").Says("net10.0, netstandard2.0");
    }

    [Fact]
    public void Tune_TestProject_Searches()
    {
        using Sandbox sandbox = new(feed, "test-project");
        sandbox.WriteProject("Shop.Tests.csproj", "<TargetFramework>net10.0</TargetFramework><IsTestProject>true</IsTestProject>", """
            <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />
            <PackageReference Include="xunit" Version="2.9.3" />
            """);
        sandbox.Write("Recipe.cs", Sources.Objective);

        sandbox.Dotnet(
            "build",
            "-t:Hypertune",
            "-p:HypertuneTrials=5",
            "-p:HypertuneWorkers=2",
            "-p:HypertuneSeed=3",
            "-p:HypertuneOutput=tuning",
            "-p:HypertuneMethod=random")
            .Succeeded()
            .Says("Cook: 5 trials, best");
        Assert.True(sandbox.Has("tuning/Cook/report.html"));
        Assert.Contains("\"seed\": 3", sandbox.Read("Cook.hypertune.json"), StringComparison.Ordinal);
    }
}
