using System.Reflection;
using System.Runtime.CompilerServices;
using Hypermax.Generators.Generation;
using Hypermax.PostgreSql;
using Hypermax.RabbitMq;
using Hypermax.Reports;
using NetArchTest.Rules;

namespace Hypermax.Repository.Tests.Architecture;

/// <summary>Dependencies point one way: between assemblies, and between the rooms of the runtime (CONTRIBUTING.md).</summary>
public sealed class LayeringTests
{
    private static readonly Assembly Attributes = typeof(SearchSpaceAttribute).Assembly;
    private static readonly Assembly Runtime = typeof(Study).Assembly;
    private static readonly Assembly Reports = typeof(ReportWriter).Assembly;
    private static readonly Assembly Generators = typeof(HypermaxGenerator).Assembly;

    [Fact]
    public void Assemblies_OfTheProduct_ReferenceWhatTheyMay()
    {
        Assert.Empty(Foreign(Attributes));
        Assert.Equal(["Hypermax.Attributes", "MathNet.Numerics"], Foreign(Runtime));
        Assert.Subset(
            new HashSet<string>(["CsvHelper", "Hypermax.Attributes", "Hypermax.Runtime", "MathNet.Numerics", "System.Numerics.Tensors"]),
            Foreign(Reports).ToHashSet());
        Assert.Equal(
            ["Hypermax.Attributes", "Hypermax.Reports", "Hypermax.Runtime", "Markdig"],
            Foreign(typeof(DashboardEndpoints).Assembly).Where(name => !name.StartsWith("Microsoft.", StringComparison.Ordinal)));
        Assert.Equal(["Hypermax.Runtime", "Npgsql"], Foreign(typeof(PostgresStore).Assembly));
        Assert.Equal(["Hypermax.Attributes", "Hypermax.Runtime", "RabbitMQ.Client"], Foreign(typeof(AmqpExecutor).Assembly));
        Assert.All(
            Foreign(typeof(Hosting.HostedSearch).Assembly),
            name => Assert.Matches("^(Hypermax\\.(Attributes|Runtime)|Microsoft\\.Extensions\\..+)$", name));
        Assert.All(Foreign(Generators), name => Assert.StartsWith("Microsoft.CodeAnalysis", name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Numerics", new[] { "Spaces", "Sampling", "Storage", "Execution", "Studies" })]
    [InlineData("ProcessTable", new[] { "Spaces", "Sampling", "Storage", "Execution", "Studies" })]
    [InlineData("Spaces", new[] { "Sampling", "Storage", "Execution", "Studies" })]
    [InlineData("Sampling", new[] { "Storage", "Execution", "Studies" })]
    [InlineData("Storage", new[] { "Sampling", "Execution", "Studies" })]
    [InlineData("Execution", new[] { "Sampling", "Storage", "Studies" })]
    public void Rooms_OfTheRuntime_LookOneWay(string room, string[] closed)
    {
        TestResult result = Types.InAssembly(Runtime).That().ResideInNamespaceStartingWith($"Hypermax.{room}")
            .ShouldNot().HaveDependencyOnAny([.. closed.Select(other => $"Hypermax.{other}")])
            .GetResult();

        Assert.Empty(result.FailingTypeNames ?? []);
    }

    // The suites are for people who write samplers, stores and executors of their own, who see what is public.
    [Fact]
    public void Insides_OfTheRuntime_AreHiddenFromTheConformanceSuites() =>
        Assert.DoesNotContain("Hypermax.Conformance", Runtime.GetCustomAttributes<InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName));

    // Names of the framework's own assemblies are no dependencies; they begin with System or are the facade netstandard.
    private static string[] Foreign(Assembly assembly) =>
        [
            .. assembly.GetReferencedAssemblies()
                .Select(name => name.Name!)
                .Where(
                    name => name is "System.Numerics.Tensors"
                        || !(name.StartsWith("System", StringComparison.Ordinal) || name is "netstandard" or "mscorlib" or "Microsoft.Win32.Primitives"))
                .Order(StringComparer.Ordinal),
        ];
}
