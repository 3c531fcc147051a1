using Hypermax.Build.Packing;

namespace Hypermax.Build.Tests.Packing;

public sealed class PrivateDependenciesTests
{
    private const string Assets = """
        {
          "libraries": { "Hypermax.MSBuild/0.1.0": { "type": "package" } },
          "project": {
            "frameworks": {
              "net8.0": { "dependencies": { "Hypermax.MSBuild": { "target": "Package", "version": "[0.1.0, )" },
                                                "Other": { "target": "Package", "version": "[1.0.0, )" } } },
              "net10.0": { "dependencies": { "hypermax.msbuild": { "include": "All", "target": "Package", "version": "[0.1.0, )" } } }
            }
          }
        }
        """;

    [Fact]
    public void Hide_DependencyOfEveryFramework_IsPrivateAndNothingElseChanges()
    {
        string hidden = PrivateDependencies.Hide(Assets, ["Hypermax.MSBuild"]);

        Assert.Equal(3, hidden.Split("\"suppressParent\": \"All\",").Length);
        Assert.Equal(Assets, hidden.Replace("\"suppressParent\": \"All\",", string.Empty, StringComparison.Ordinal));
    }

    [Fact]
    public void Hide_DependencyThatIsPrivate_StaysAsItIs()
    {
        string once = PrivateDependencies.Hide(Assets, ["Hypermax.MSBuild"]);

        Assert.Equal(once, PrivateDependencies.Hide(once, ["Hypermax.MSBuild"]));
    }
}
