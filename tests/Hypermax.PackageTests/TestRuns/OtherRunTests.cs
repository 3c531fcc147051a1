using Hypermax.PackageTests.Sandboxes;

namespace Hypermax.PackageTests.TestRuns;

/// <summary>The same library looked at by tests of other frameworks, through their own runners.</summary>
[Collection(PackageCollection.Name)]
public sealed class OtherRunTests(PackageFeed feed)
{
    private const string Sdk = """<PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />""";

    [Fact]
    public void Tests_OfXunit3_EndAsThoseOfXunit2AndHaveAttachments()
    {
        using Sandbox sandbox = new(feed, "xunit-3");
        TestProjects.WriteLibrary(sandbox);
        TestProjects.WriteTests(sandbox, feed, "Hypermax.Xunit.V3", Sdk + """
            <PackageReference Include="xunit.v3.mtp-off" Version="4.0.2" />
            <PackageReference Include="xunit.runner.visualstudio" Version="4.0.1" />
            """, TestSources.Xunit, "<OutputType>Exe</OutputType>");
        TrxFile all = Run(sandbox);

        Assert.Equal(XunitRunTests.Expected, all.Outcomes);
        Assert.Contains("best loss ", all.OutputOf("Search"), StringComparison.Ordinal);
        Assert.Contains("The tuned values of 'Burn' have got worse", all.MessageOf("Worse"), StringComparison.Ordinal);
        Assert.Contains("was ended by its Timeout of 300 ms.", all.MessageOf("TimesOut"), StringComparison.Ordinal);
        Assert.Equal(["Guards.SearchTests.Search.hypertune.json", "report.html", "results.csv"], all.FilesOf("Search").Order(StringComparer.Ordinal));
        Assert.Contains("report.html", all.FilesOf("Missed"));
        CancelledRun.RequireToBeKept(sandbox);

        // The same tests under the platform that the SDK of .NET 10 brings.
        sandbox.Write("global.json", """{ "test": { "runner": "Microsoft.Testing.Platform" } }""");
        string package = """<PackageReference Include="xunit.v3" Version="4.0.2" />""";
        TestProjects.WriteTests(sandbox, feed, "Hypermax.Xunit.V3", package, TestSources.Xunit, "<OutputType>Exe</OutputType>");
        sandbox.Dotnet(
            "test", "--project", "Guards", "--filter-trait", "Kind=search", "--report-xunit-trx", "--report-xunit-trx-filename", "platform.trx",
            "--results-directory", sandbox.PathOf("results")).Succeeded();
        TrxFile platform = TrxFile.Read(sandbox.PathOf("results/platform.trx"));
        Assert.Equal(["Passed"], platform.Outcomes.Values);
        Assert.Equal(3, platform.FilesOf("Search").Count);
    }

    [Theory]
    [InlineData("NUnit", "NUnit3TestAdapter", "5.0.0", "5.0.0", "using NUnit.Framework;", "", "[Test]")]
    [InlineData(
        "MSTest.TestFramework", "MSTest.TestAdapter", "4.5.2", "4.5.2", "using Microsoft.VisualStudio.TestTools.UnitTesting;", "[TestClass]", "[TestMethod]")]
    public void Tests_OfOtherFrameworks_AssertByCalls(
        string framework,
        string adapter,
        string version,
        string adapterVersion,
        string import,
        string onClass,
        string onTest)
    {
        using Sandbox sandbox = new(feed, framework);
        TestProjects.WriteLibrary(sandbox);
        TestProjects.WriteTests(
            sandbox,
            feed,
            "Hypermax.Testing",
            $"""{Sdk}<PackageReference Include="{framework}" Version="{version}" /><PackageReference Include="{adapter}" Version="{adapterVersion}" />""",
            TestSources.Calls.Replace("IMPORT", import, StringComparison.Ordinal).Replace("[Class]", onClass, StringComparison.Ordinal)
                .Replace("[Test]", onTest, StringComparison.Ordinal));
        TrxFile all = Run(sandbox);

        Assert.Equal(
            new Dictionary<string, string> { ["Good"] = "Passed", ["Worse"] = "Failed", ["Found"] = "Passed", ["Missed"] = "Failed", ["Repeats"] =
                "Passed", ["Differs"] = "Failed" },
            all.Outcomes);
        Assert.Contains("The tuned values of 'Burn' have got worse", all.MessageOf("Worse"), StringComparison.Ordinal);
        Assert.Contains("does not repeat: trial 0 is ", all.MessageOf("Differs"), StringComparison.Ordinal);
    }

    private static TrxFile Run(Sandbox sandbox)
    {
        sandbox.Dotnet("build", "Shop", "-t:Hypertune", "-p:HypertuneStudy=Cook Burn Noisy Apart").Succeeded();
        sandbox.Variables["SHOP_IS_WORSE"] = "1";
        sandbox.Dotnet("test", "Guards", "--logger", "trx;LogFileName=all.trx", "--results-directory", "results").Failed();
        return TrxFile.Read(sandbox.PathOf("results/all.trx"));
    }
}
