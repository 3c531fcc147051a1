using System.Reflection;
using Hypermax.Benchmarking;
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
    [InlineData(typeof(PairedBenchmark))]
    [InlineData(typeof(HypermaxAssert))]
    [InlineData(typeof(TuneAttribute))]
    public void Surface_OfThePackage_IsTheVerifiedOne(Type type)
    {
        Assembly assembly = type.Assembly;
        string api = assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false });

        Golden.Verify(api, variant: assembly.GetName().Name);
    }
}
