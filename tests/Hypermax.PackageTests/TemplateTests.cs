using Hypermax.PackageTests.Sandboxes;

namespace Hypermax.PackageTests;

/// <summary>The first minutes of somebody new: a project from each template, tuned by its build.</summary>
[Collection(PackageCollection.Name)]
public sealed class TemplateTests(PackageFeed feed)
{
    [Fact]
    public void New_EveryTemplate_IsTunedInTwoCommands()
    {
        using Sandbox sandbox = new(feed, "templates");
        sandbox.Variables["DOTNET_CLI_HOME"] = sandbox.PathOf("home");
        sandbox.Dotnet("new", "install", Path.Combine(feed.Folder, $"Hypermax.Templates.{feed.Version}.nupkg")).Succeeded();

        sandbox.Dotnet("new", "hypermax-console", "-o", "Shop").Succeeded();
        sandbox.Dotnet("build", "Shop", "-t:Hypertune").Succeeded().Says("Measure: 50 trials, best");
        sandbox.Dotnet("run", "--project", "Shop", "--no-build").Succeeded().Says("Settings { Size = ");

        sandbox.Dotnet("new", "hypermax-library", "-o", "Store").Succeeded();
        sandbox.Dotnet("new", "hypermax-space", "-n", "Extras", "-o", "Store").Succeeded();
        Assert.Contains("partial record Extras(", sandbox.Read("Store/Extras.cs"), StringComparison.Ordinal);
        sandbox.Dotnet("build", "Store", "-t:Hypertune", "-p:HypertuneTrials=3").Succeeded().Says("Measure: 3 trials, best");

        sandbox.Dotnet("new", "hypermax-tests", "-o", "Guards").Succeeded();
        sandbox.Dotnet("build", "Guards", "-t:Hypertune", "-p:HypertuneTrials=20").Succeeded().Says("Measure: 20 trials, best");
        sandbox.Dotnet("test", "Guards").Succeeded();

        sandbox.Dotnet("new", "hypermax-solution").Succeeded();
        Assert.Contains("Name=\"Hypertune\"", sandbox.Read("Directory.Solution.targets"), StringComparison.Ordinal);
    }
}
