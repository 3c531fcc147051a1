using System.Xml.Linq;
using Hypermax.PackageTests.Sandboxes;

namespace Hypermax.PackageTests.TestRuns;

/// <summary>Searches and guards in <c>dotnet test</c>: a library is tuned by its build, and a project of tests looks at it through the real runner.</summary>
[Collection(PackageCollection.Name)]
public sealed class XunitRunTests(PackageFeed feed)
{
    /// <summary>How each test ends.</summary>
    internal static readonly Dictionary<string, string> Expected = new(StringComparer.Ordinal)
    {
        ["Search"] = "Passed",
        ["Missed"] = "Failed",
        ["Skipped"] = "NotExecuted",
        ["NoBudget"] = "Failed",
        ["Throws"] = "Failed",
        ["Hangs"] = "Failed",
        ["Kept"] = "Passed",
        ["KeptApart"] = "Passed",
        ["TimesOut"] = "Failed",
        ["Apart"] = "Passed",
        ["Good"] = "Passed",
        ["Worse"] = "Failed",
        ["Noisy"] = "Passed",
        ["GoodApart"] = "Passed",
        ["NoFile"] = "Failed",
        ["Challenged"] = "Passed",
    };

    private const string Xunit2 = """
        <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />
        <PackageReference Include="xunit" Version="2.9.3" />
        <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
        """;

    [Fact]
    public void Tests_OfXunit2_EndAsTheyMust()
    {
        using Sandbox sandbox = new(feed, "xunit-2");
        TestProjects.WriteLibrary(sandbox);
        TestProjects.WriteTests(sandbox, feed, "Hypermax.Xunit", Xunit2, "global using Xunit.Abstractions;\n" + TestSources.Xunit);

        sandbox.Dotnet("build", "Shop", "-t:Hypertune", "-p:HypertuneStudy=Cook Burn Noisy Apart").Succeeded();
        sandbox.Variables["SHOP_IS_WORSE"] = "1";
        sandbox.Variables["GITHUB_ACTIONS"] = "true";
        sandbox.Variables["GITHUB_WORKSPACE"] = sandbox.Folder;
        sandbox.Variables["GITHUB_STEP_SUMMARY"] = sandbox.PathOf("summary.md");
        CommandResult run = sandbox.Dotnet(
            "test", "Guards", "--logger", "trx;LogFileName=all.trx", "--results-directory", "results", "-p:HypertuneCi=github junit")
            .Failed();
        TrxFile all = TrxFile.Read(sandbox.PathOf("results/all.trx"));

        Assert.Equal(Expected, all.Outcomes);
        Assert.Contains("cooked at 0.5", all.OutputOf("Search"), StringComparison.Ordinal);
        Assert.Contains("best loss ", all.OutputOf("Search"), StringComparison.Ordinal);
        Assert.True(sandbox.Has("Guards/bin/Debug/net10.0/hypertune/Guards.SearchTests.Search/report.html"));
        Assert.Contains("was to find a loss of at most -1", all.MessageOf("Missed"), StringComparison.Ordinal);
        Assert.Contains("'Trials' of [Tune] must be a whole number", all.MessageOf("NoBudget"), StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: no oven", all.MessageOf("Throws"), StringComparison.Ordinal);
        Assert.Contains("'Guards.SearchTests.TimesOut' was ended by its Timeout of 300 ms.", all.MessageOf("TimesOut"), StringComparison.Ordinal);
        Assert.Contains("ignores its cancellation token, so it was left behind", all.MessageOf("Hangs"), StringComparison.Ordinal);
        Assert.Contains("The tuned values of 'Burn' have got worse by more than the 0.5 allowed: recorded ", all.MessageOf("Worse"), StringComparison.Ordinal);
        Assert.Contains("Cook: challenged in 10 trials, seed 1", all.OutputOf("Challenged"), StringComparison.Ordinal);
        Assert.Contains("dotnet build -t:Hypertune -p:HypertuneStudy=Untuned", all.MessageOf("NoFile"), StringComparison.Ordinal);
        AssertServerIsTold(sandbox, run);

        sandbox.Write("nightly.runsettings", """
            <RunSettings>
              <RunConfiguration>
                <EnvironmentVariables>
                  <HYPERTUNE_TRIALS>9</HYPERTUNE_TRIALS>
                  <HYPERTUNE_CI>azure badge</HYPERTUNE_CI>
                </EnvironmentVariables>
              </RunConfiguration>
            </RunSettings>
            """);
        sandbox.Dotnet(
            "test", "Guards", "--no-build", "--filter", "Kind=search", "--settings", "nightly.runsettings",
            "--logger", "trx;LogFileName=some.trx", "--results-directory", "results")
            .Succeeded()
            .Says($"##vso[task.uploadsummary]{sandbox.PathOf("Guards/bin/Debug/net10.0/hypertune/ci/Guards/hypertune.md")}");
        TrxFile some = TrxFile.Read(sandbox.PathOf("results/some.trx"));

        Assert.Equal(["Search"], some.Outcomes.Keys);
        Assert.Contains("goes on after 6 trials, up to 9", some.OutputOf("Search"), StringComparison.Ordinal);
        Assert.True(sandbox.Has("Guards/bin/Debug/net10.0/hypertune/ci/Guards/Guards.SearchTests.Search.badge.json"));

        sandbox.Variables.Remove("GITHUB_ACTIONS");
        CancelledRun.RequireToBeKept(sandbox);
        AssertPartsAreJudged(sandbox);
    }

    // Somebody's own parts of a search, put to the published suites in a project of the same sandbox.
    private void AssertPartsAreJudged(Sandbox sandbox)
    {
        ConformanceProject.Write(sandbox, feed, Xunit2);
        sandbox.Variables.Clear();
        sandbox.Dotnet("test", "Parts", "--filter", "FullyQualifiedName!~Stuck").Succeeded().Says("Passed!");
        sandbox.Dotnet("test", "Parts", "--no-build", "--filter", "FullyQualifiedName~Stuck").Failed()
            .Says("Stuck breaks a promise: trials that run at the same time have different points.")
            .Says("seen at trial 1 of new SamplerRun(Create(), SamplerSpaces.Numbers, seed: 3)");
    }

    // The formats come from a property of the project, the server's files from its environment.
    private static void AssertServerIsTold(Sandbox sandbox, CommandResult run)
    {
        string[] lines = File.ReadAllLines(sandbox.PathOf("Guards/Tests.cs"));
        int worse = Array.FindIndex(lines, line => line.Contains("nameof(Kitchen.Burn)", StringComparison.Ordinal)) + 1;
        string summary = sandbox.Read("summary.md");
        run.Says($"::error file=Guards/Tests.cs,line={worse},col=1,title=HMXB0050");
        Assert.Contains("- ✅ **Guards.SearchTests.Search** (Guards): best ", summary, StringComparison.Ordinal);
        Assert.Contains($"— HMXB0050, `Guards/Tests.cs:{worse}`", summary, StringComparison.Ordinal);
        XElement[] cases = [.. XDocument.Parse(sandbox.Read("Guards/bin/Debug/net10.0/hypertune/ci/Guards/hypertune.junit.xml")).Descendants("testcase")];
        Assert.Equal(
            Expected.Where(test => test.Value != "NotExecuted").Select(test => (test.Key, test.Value == "Failed")).Order(),
            cases.Select(test => (((string)test.Attribute("name")!).Split('.')[^1], test.Element("failure") is not null)).Order());
    }
}
