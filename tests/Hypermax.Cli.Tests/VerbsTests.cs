using Hypermax.Search;
using Hypermax.SearchFile;

namespace Hypermax.Tests;

public class VerbsTests
{
    [Theory]
    [InlineData("best")]
    [InlineData("no-such-verb")]
    [InlineData("..")]
    [InlineData("status", "folder", "--no-such-option")]
    [InlineData("dashboard", ".", "--no-such-option")]
    [InlineData("search", "search.json", "--resume", "--new")]
    public void Run_WhatMakesNoSense_EndsWithTheCodeOfUsage(params string[] args) => Assert.Equal(ExitCodes.Usage, Verbs.Run(args));

    [Fact]
    public void Unknown_FirstArgument_SaysWhatWasMeant()
    {
        using Folder.StudyFolder study = new();
        string here = Directory.CreateTempSubdirectory("hypermax-verbs-").FullName;

        Assert.Contains($"'{study.Path}' is a folder of results. 'hypermax status {study.Path}'", ConfigPath.Unknown(study.Path, []), StringComparison.Ordinal);
        Assert.Contains("is a folder, and no results lie in it", ConfigPath.Unknown(here, []), StringComparison.Ordinal);
        Assert.Contains("'statsu' is no verb and no file. Did you mean 'status'?", ConfigPath.Unknown("statsu", ["status"]), StringComparison.Ordinal);
        Assert.Null(ConfigPath.Unknown("status", ["status"]));
        Assert.Null(ConfigPath.Unknown("--help", ["status"]));
        Directory.Delete(here);
    }

    [Fact]
    public void Tell_VariablesThatLookLikeSettings_NamesTheNearest()
    {
        using StringWriter errors = new();

        MisspeltVariables.Tell(["PATH", "HYPERTUNE_TRIALS", "HYPERTUNE_TRAILS", "hypertune_seed"], errors);

        Assert.Equal(
            ["'HYPERTUNE_TRAILS' … 'HYPERTUNE_TRIALS'", "'hypertune_seed' … 'HYPERTUNE_SEED'"],
            errors.ToString().TrimEnd().Split('\n').Select(line => $"'{line.Split('\'')[1]}' … '{line.Split('\'')[3]}'"));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("best", "--help")]
    public void Run_Help_EndsWell(params string[] args) => Assert.Equal(ExitCodes.Done, Verbs.Run(args));
}
