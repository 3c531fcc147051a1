using System.Reflection;
using Hypermax.Benchmarking;
using Hypermax.Conformance;
using Hypermax.Hosting;
using Hypermax.PostgreSql;
using Hypermax.RabbitMq;
using Hypermax.Reports;
using Hypermax.Testing;
using Hypermax.TestSupport;
using Hypermax.Xunit;
using PublicApiGenerator;

namespace Hypermax.Repository.Tests.Api;

/// <summary>What the packages promise, as text: a change to it is seen in review, and accepted with HYPERMAX_ACCEPT=1.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData(typeof(SearchSpaceAttribute))]
    [InlineData(typeof(Study))]
    [InlineData(typeof(ReportWriter))]
    [InlineData(typeof(DashboardEndpoints))]
    [InlineData(typeof(PairedBenchmark))]
    [InlineData(typeof(HypermaxAssert))]
    [InlineData(typeof(TuneAttribute))]
    [InlineData(typeof(SamplerConformance))]
    [InlineData(typeof(HostedSearch))]
    [InlineData(typeof(PostgresStore))]
    [InlineData(typeof(AmqpExecutor))]
    public void Surface_OfThePackage_IsTheVerifiedOne(Type type) => Verify(type.Assembly);

    [Fact]
    public void Surface_OfThePackageForXunit3_IsTheVerifiedOne() => Verify(Assembly.LoadFrom(
        typeof(PublicApiTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == "XunitV3").Value!));

    private static void Verify(Assembly assembly)
    {
        string api = assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false });

        Golden.Verify(api, variant: assembly.GetName().Name, method: nameof(Surface_OfThePackage_IsTheVerifiedOne));
    }
}
