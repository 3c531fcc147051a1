using System.Text.Json;
using System.Xml.Linq;
using Hypermax.PackageTests.Sandboxes;

namespace Hypermax.PackageTests;

/// <summary>A build on a server of continuous integration: what it shows there, again when nothing is left to do, and when it cannot.</summary>
[Collection(PackageCollection.Name)]
public sealed class CiTests(PackageFeed feed)
{
    [Fact]
    public void Tune_OnAServer_ShowsResultsThereAndNeverFailsForIt()
    {
        using Sandbox sandbox = new(feed, "ci");
        sandbox.WriteProject("src/Shop/Shop.csproj", "<TargetFramework>net10.0</TargetFramework>");
        sandbox.Write("src/Shop/Recipe.cs", Sources.Objective);
        sandbox.Variables["GITHUB_ACTIONS"] = "true";
        sandbox.Variables["GITHUB_WORKSPACE"] = sandbox.Folder;
        sandbox.Variables["GITHUB_STEP_SUMMARY"] = sandbox.PathOf("summary.md");

        sandbox.Dotnet("build", "src/Shop", "-t:Hypertune", "-p:HypertuneCi=github sarif junit trx gitlab badge").Succeeded().Says("Cook: 12 trials, best");
        string folder = "src/Shop/artifacts/hypertune/ci/";
        Assert.Contains("| ✅ | **Cook** |", sandbox.Read("summary.md"), StringComparison.Ordinal);
        Assert.Equal("Cook", (string?)XDocument.Parse(sandbox.Read(folder + "hypertune.junit.xml")).Descendants("testcase").Single().Attribute("name"));
        Assert.Contains("outcome=\"Passed\"", sandbox.Read(folder + "hypertune.trx"), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(sandbox.Read(folder + "gl-code-quality.json")).RootElement.ValueKind);
        Assert.Equal("Cook", JsonDocument.Parse(sandbox.Read(folder + "Cook.badge.json")).RootElement.GetProperty("label").GetString());

        // Nothing is left to do, and a server is told all the same; a condition that holds is shown at the method.
        sandbox.Dotnet("build", "src/Shop", "-t:Hypertune", "-p:HypertuneFailOn=trials<100").Failed()
            .Says("HMXB0008").Says("::error file=src/Shop/Recipe.cs,line=").SaysNothingOf("(up to date)");
        Assert.Contains("| ❌ | **Cook** |", sandbox.Read("summary.md"), StringComparison.Ordinal);
        JsonElement run = JsonDocument.Parse(sandbox.Read(folder + "hypertune.sarif")).RootElement.GetProperty("runs")[0];
        JsonElement found = run.GetProperty("results").EnumerateArray().Single(result => result.GetProperty("ruleId").GetString() == "HMXB0008");
        JsonElement place = found.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("src/Shop/Recipe.cs", place.GetProperty("artifactLocation").GetProperty("uri").GetString());

        sandbox.Variables["GITHUB_STEP_SUMMARY"] = sandbox.PathOf("missing/summary.md");
        sandbox.Dotnet("build", "src/Shop", "-t:Hypertune").Succeeded().Says("warning HMXB0027").Says("summary.md");
        sandbox.Dotnet("build", "src/Shop", "-t:Hypertune", "-p:HypertuneCi=none").Succeeded().SaysNothingOf("HMXB0027");
        sandbox.Dotnet("build", "src/Shop", "-t:Hypertune", "-p:HypertuneCi=junti").Failed().Says("HMXB0001").Says("did you mean 'junit'?");
    }
}
