using System.Text.Json;
using Hypermax.Init;
using Hypermax.SearchFile;
using Hypermax.Spaces;
using Hypermax.Templates;
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
        foreach (string name in Template.Names)
        {
            ConfigCheck json = Written(name, "json");
            ConfigCheck yaml = Written(name, "yaml");

            Assert.Equal(SpaceJson.Hash(json.Config!.Space!), SpaceJson.Hash(yaml.Config!.Space!));
            Assert.Equal(Settings(json), Settings(yaml));
            Written(name, "json", new DataSize(300, 3));
        }
    }

    [Theory]
    [InlineData("search.json", "plian", null, 9, "Did you mean 'plain'?")]
    [InlineData("search.json", "randomforest", null, 9, "Did you mean 'sklearn:RandomForestClassifier'?")]
    [InlineData("search.json", "SVC", null, 9, "Did you mean 'sklearn:SVC'?")]
    [InlineData("search.json", "sklearn:RandomForestClasifier", null, 9, "Did you mean 'sklearn:RandomForestClassifier'?")]
    [InlineData("search.json", "plain", "jsn", 9, "Did you mean 'json'?")]
    [InlineData("search.json", "lightgbm", null, 0, "Correct --rows or --features")]
    [InlineData("other.json", "plain", null, 9, "nothing is overwritten")]
    public void Init_WhatCannotBe_IsRefusedAndWritesNothing(string file, string template, string? language, int rows, string expected)
    {
        InitOptions options = new(Path.Combine(_folder.Folder, file), template, language, new DataSize(rows, 20));

        Assert.Equal(ExitCodes.Usage, InitCommand.Run(options, isJson: false, _output, _errors));

        Assert.Contains(expected, _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal("{}", File.ReadAllText(Assert.Single(Directory.GetFiles(_folder.Folder))));
    }

    [Fact]
    public void Init_AProgramOfOnesOwn_IsKept()
    {
        string program = _folder.Add("model.py", "mine");

        Written("sklearn:SVC", "json");

        Assert.Equal("mine", File.ReadAllText(program));
        Assert.Contains("is kept", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void List_Json_IsALineForEachTemplate()
    {
        Assert.Equal(ExitCodes.Done, InitCommand.List(isJson: true, _output));

        string[] names =
        [
            .. _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("name").GetString()!),
        ];
        Assert.Equal(Template.Names, names);
        Assert.Empty(((string[])["plain", "lightgbm", "xgboost", "catboost", "mlp", "torch", "sklearn:SVC", "mlnet:FastTree"]).Except(names));
    }

    private ConfigCheck Written(string name, string language, DataSize? size = null)
    {
        string file = Path.Combine(_folder.Folder, $"{name.Replace(':', '.')}.{language}");
        File.Delete(file);
        Assert.Equal(ExitCodes.Done, InitCommand.Run(new InitOptions(file, name, Language: null, size ?? DataSize.Usual), isJson: false, _output, _errors));
        ConfigCheck check = ConfigCheck.Read(file, []);
        Assert.Empty(check.Faults.All);
        Assert.Empty(check.Others);
        return check;
    }

    private static string Settings(ConfigCheck check) =>
        string.Join(' ', check.Settings.Given.Select(given => $"{given.Key}={given.Key.WriteOrNone(given.Value.Value)}"));
}
