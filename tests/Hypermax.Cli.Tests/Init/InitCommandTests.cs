using Hypermax.Init;
using Hypermax.SearchFile;
using Hypermax.Spaces;
using Hypermax.Tests.Config;

namespace Hypermax.Tests.Init;

public sealed class InitCommandTests : IDisposable
{
    private readonly TemporaryConfig _folder = new("{}", "other.json");
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Init_AnyTemplate_IsTheSameSearchInEveryLanguage()
    {
        foreach (string name in Templates.Names)
        {
            ConfigCheck json = Written(name, "json");
            ConfigCheck yaml = Written(name, "yaml");

            Assert.Equal(SpaceJson.Hash(json.Config!.Space!), SpaceJson.Hash(yaml.Config!.Space!));
            Assert.Equal(Settings(json), Settings(yaml));
        }
    }

    [Theory]
    [InlineData("search.json", "plian", null, "Did you mean 'plain'?")]
    [InlineData("search.json", "plain", "jsn", "Did you mean 'json'?")]
    [InlineData("other.json", "plain", null, "nothing is overwritten")]
    public void Init_WhatCannotBe_IsRefusedAndWritesNothing(string file, string template, string? language, string expected)
    {
        Assert.Equal(ExitCodes.Usage, InitCommand.Run(Path.Combine(_folder.Folder, file), template, language, _output, _errors));

        Assert.Contains(expected, _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal("{}", File.ReadAllText(Assert.Single(Directory.GetFiles(_folder.Folder))));
    }

    private ConfigCheck Written(string name, string language)
    {
        string file = Path.Combine(_folder.Folder, $"{name}.{language}");
        Assert.Equal(ExitCodes.Done, InitCommand.Run(file, name, language: null, _output, _errors));
        ConfigCheck check = ConfigCheck.Read(file, []);
        Assert.Empty(check.Faults.All);
        Assert.Empty(check.Others);
        return check;
    }

    private static string Settings(ConfigCheck check) =>
        string.Join(' ', check.Settings.Given.Select(given => $"{given.Key}={given.Key.WriteOrNone(given.Value.Value)}"));
}
