using Hypermax.Settings;

namespace Hypermax.Build.Tests.Settings;

public sealed class CiServerTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("auto", "", "")]
    [InlineData("auto", "GITHUB_ACTIONS", "github sarif")]
    [InlineData("", "TF_BUILD", "azure trx")]
    [InlineData("none", "GITLAB_CI", "")]
    [InlineData("JUnit;badge", "", "junit badge")]
    [InlineData("junit sarif", "GITLAB_CI", "junit sarif")]
    public void FormatsOf_SettingAndServer_ChoosesTheSettingFirst(string setting, string variable, string expected)
    {
        Violations violations = new();
        SettingSet settings = SettingReader.Read(SettingSource.Property, [new("HypertuneCi", setting)], violations);

        Assert.Empty(violations.Found);
        Assert.Equal(expected, string.Join(' ', CiServer.FormatsOf(settings, name => name == variable ? "true" : null)));
    }

    [Theory]
    [InlineData("junti", "did you mean 'junit'?")]
    [InlineData("auto junit", "must be auto, none, or one or several of junit, trx")]
    [InlineData("none,trx", "must be auto, none, or one or several of junit, trx")]
    public void Read_NoFormat_IsToldWithTheNearest(string setting, string expected)
    {
        Violations violations = new();
        SettingReader.Read(SettingSource.Property, [new("HypertuneCi", setting)], violations);

        Assert.Contains(expected, Assert.Single(violations.Sentences), StringComparison.Ordinal);
    }
}
