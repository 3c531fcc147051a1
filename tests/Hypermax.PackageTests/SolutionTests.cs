using Hypermax.PackageTests.Sandboxes;

namespace Hypermax.PackageTests;

/// <summary>A solution in which only one project has objectives, one is written in Visual Basic, and all output goes to one place.</summary>
[Collection(PackageCollection.Name)]
public sealed class SolutionTests(PackageFeed feed)
{
    [Fact]
    public void Tune_SolutionWithOtherProjects_SearchesOneAndLeavesTheOthersAlone()
    {
        using Sandbox sandbox = new(feed, "solution");
        sandbox.WriteProject("Shop/Shop.csproj", "<TargetFramework>net10.0</TargetFramework>");
        sandbox.Write("Shop/Recipe.cs", Sources.Objective);
        sandbox.Write(
            "Plain/Plain.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        sandbox.Write("Plain/Nothing.cs", "public class Nothing;");
        sandbox.WriteProject("Empty/Empty.csproj", "<TargetFramework>net10.0</TargetFramework>");
        sandbox.Write("Empty/Nothing.cs", "public class Nothing;");
        sandbox.WriteProject("Basic/Basic.vbproj", "<TargetFramework>net10.0</TargetFramework>");
        sandbox.Write("Basic/Nothing.vb", "Public Class Nothings\nEnd Class");
        sandbox.WriteProject("Functional/Functional.fsproj", "<TargetFramework>net10.0</TargetFramework>", """<Compile Include="Nothing.fs" />""");
        sandbox.Write("Functional/Nothing.fs", "module Nothing");
        sandbox.Write("Directory.Build.props", "<Project><PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput></PropertyGroup></Project>");
        sandbox.Dotnet("new", "sln", "--format", "sln", "-n", "All").Succeeded();
        sandbox.Dotnet("sln", "add", "Shop", "Plain", "Empty", "Basic").Succeeded();

        sandbox.Dotnet("restore", "All.sln").Succeeded();
        sandbox.Dotnet("build", "Shop", "--no-restore", "-t:HypertuneSolution").Succeeded().Says("Directory.Solution.targets");

        sandbox.Dotnet("build", "All.sln", "-t:Hypertune", "-m").Succeeded().Says("Cook: 12 trials, best").SaysNothingOf("Plain: ").SaysNothingOf("Empty: ");
        Assert.True(sandbox.Has("Shop/Cook.hypertune.json"));
        Assert.True(sandbox.Has("artifacts/hypertune/Shop/Cook/report.html"));
        Assert.False(Directory.Exists(sandbox.PathOf("Shop/artifacts")));

        // MSBuild's static graph knows no targets of solutions; each project is asked for the target itself, and must have it.
        sandbox.Dotnet("sln", "remove", "Plain").Succeeded();
        sandbox.Dotnet("build", "All.sln", "-t:Hypertune", "-graph", "--no-restore")
            .Succeeded()
            .Says("Cook: 12 trials, best")
            .SaysNothingOf("Empty: ")
            .SaysNothingOf("HMXB0030");

        sandbox.Dotnet("build", "Basic", "-t:Hypertune").Failed().Says("HMXB0030").Says("'Basic' is written in Visual Basic").SaysNothingOf("CS9057");
        sandbox.Dotnet("build", "Functional", "-t:Hypertune").Failed().Says("HMXB0030").Says("'Functional' is written in F#");

        Assert.NotEmpty(Stamps(sandbox));
        sandbox.Dotnet("clean", "Shop").Succeeded();
        Assert.Empty(Stamps(sandbox));
        Assert.True(sandbox.Has("artifacts/hypertune/Shop/Cook/journal.jsonl"));
        sandbox.Dotnet("build", "Empty", "-t:Hypertune").Succeeded().Says("Empty: no method carries [Objective]");
    }

    private static string[] Stamps(Sandbox sandbox) => Directory.GetFiles(sandbox.PathOf("artifacts/obj/Shop"), "*.stamp", SearchOption.AllDirectories);
}
