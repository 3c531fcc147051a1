using System.Reflection;
using System.Xml.Linq;
using Hypermax.Build.Running;

namespace Hypermax.Build.Tests.Preparing;

/// <summary>The targets file and the code it calls must agree; MSBuild itself would tell only when the target runs.</summary>
public sealed class PackageFilesTests
{
    private static readonly string Source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../src/Hypermax.MSBuild"));

    [Theory]
    [InlineData("build/Hypermax.MSBuild.targets")]
    [InlineData("build/Hypermax.MSBuild.Order.targets")]
    [InlineData("buildMultiTargeting/Hypermax.MSBuild.targets")]
    public void Targets_EveryTaskCall_NamesExistingTasksAndParameters(string file)
    {
        XDocument targets = XDocument.Load(Path.Combine(Source, file));
        Type[] tasks =
        [
            .. targets.Descendants("UsingTask").Select(task => typeof(RunSearch).Assembly.GetType(task.Attribute("TaskName")!.Value, throwOnError: true)!),
        ];

        Assert.NotEmpty(tasks);
        foreach (Type task in tasks)
        {
            XElement call = Assert.Single(targets.Descendants(task.Name));
            IEnumerable<string> used = call.Attributes().Select(attribute => attribute.Name.LocalName).Where(name => name != "Condition")
                .Concat(call.Elements("Output").Select(output => output.Attribute("TaskParameter")!.Value));
            Assert.All(used, name => Assert.NotNull(task.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)));
        }
    }

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string file = "") => file;
}
