using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Hypermax.Build.Preparing;
using Hypermax.Settings;

namespace Hypermax.Build.Tests.Preparing;

public sealed partial class UnknownPropertiesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Find_GlobalProperties_NamesTheNearest()
    {
        UnknownProperty found = Assert.Single(
            UnknownProperties.Find(["Configuration", "HypertuneTrial", "hypertunetrials", "HypertuneScope", "HypertuneLive"], []));

        Assert.Equal(("HypertuneTrial", "HypertuneTrials", null), (found.Name, found.Nearest, found.File));
    }

    [Fact]
    public void Find_ProjectFile_SaysWhere()
    {
        string project = Path.Combine(_folder, "App.csproj");
        File.WriteAllText(project, """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <HypertuneTrials>5</HypertuneTrials>
                <HypertuneTrialSecond>5</HypertuneTrialSecond>
              </PropertyGroup>
              <ItemGroup>
                <HypertuneInput Include="data.csv" />
              </ItemGroup>
            </Project>
            """);
        string broken = Path.Combine(_folder, "Directory.Build.props");
        File.WriteAllText(broken, "<Project");

        UnknownProperty found = Assert.Single(UnknownProperties.Find([], [project, broken, Path.Combine(_folder, "none.props")]));

        Assert.Equal(new UnknownProperty("HypertuneTrialSecond", "HypertuneTrialSeconds", project, 4, 6), found);
    }

    [Fact]
    public void Find_WhatThePackageItselfSets_IsKnown()
    {
        string[] files = Directory.GetFiles(At("src/Hypermax.MSBuild"), "*.*s", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".targets", StringComparison.Ordinal) || file.EndsWith(".props", StringComparison.Ordinal))
            .ToArray();
        string[] used = [.. files.SelectMany(file => Name().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct()];

        Assert.True(used.Length > Ledger.All.Count / 2);
        Assert.Empty(UnknownProperties.Find(used, files));
    }

    [GeneratedRegex(@"\$\((Hypertune[A-Za-z]+)\)")]
    private static partial Regex Name();

    private static string At(string path, [CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../..", path));
}
