using Hypermax.PackageTests.Sandboxes;

namespace Hypermax.PackageTests;

/// <summary>A solution in which only one project has objectives, with the one file that the guide tells to put beside it.</summary>
[Collection(PackageCollection.Name)]
public sealed class SolutionTests(PackageFeed feed)
{
    [Fact]
    public void Tune_SolutionWithOtherProjects_SearchesOneAndLeavesTheOthersAlone()
    {
        using Sandbox sandbox = new(feed, "solution");
        sandbox.WriteProject("Shop/Shop.csproj", "<TargetFramework>net10.0</TargetFramework>");
        sandbox.Write("Shop/Recipe.cs", Sources.Objective);
        sandbox.Write("Plain/Plain.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        sandbox.Write("Plain/Nothing.cs", "public class Nothing;");
        sandbox.WriteProject("Empty/Empty.csproj", "<TargetFramework>net10.0</TargetFramework>");
        sandbox.Write("Empty/Nothing.cs", "public class Nothing;");
        sandbox.Write("Directory.Solution.targets", File.ReadAllText(Path.Combine(PackageFeed.Repository, "Directory.Solution.targets")));
        sandbox.Dotnet("new", "sln", "--format", "sln", "-n", "All").Succeeded();
        sandbox.Dotnet("sln", "add", "Shop", "Plain", "Empty").Succeeded();

        sandbox.Dotnet("build", "All.sln", "-t:Hypertune", "-m").Succeeded().Says("Cook: 12 trials, best").SaysNothingOf("Plain: ").SaysNothingOf("Empty: ");
        Assert.True(sandbox.Has("Shop/Cook.hypertune.json"));
        sandbox.Dotnet("build", "Empty", "-t:Hypertune").Succeeded().Says("Empty: no method carries [Objective]");
    }
}
