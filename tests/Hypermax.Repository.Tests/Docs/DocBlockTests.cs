using System.Collections.Immutable;
using Hypermax.Benchmarking;
using Hypermax.Conformance;
using Hypermax.Hosting;
using Hypermax.Generators.Generation;
using Hypermax.PostgreSql;
using Hypermax.RabbitMq;
using Hypermax.Reports;
using Hypermax.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Trace;

namespace Hypermax.Repository.Tests.Docs;

/// <summary>What the documentation shows compiles: each block by itself, with the generator, and with its own using lines.</summary>
/// <remarks>
/// A block may count on what the page says before it; those few names stand in <see cref="Given"/>. A block that is marked
/// <c>```csharp fragment</c> is a part of something else, such as two parameters of a record, and is only parsed where that is possible.
/// </remarks>
public sealed class DocBlockTests
{
    private static readonly CSharpParseOptions Options = new CSharpParseOptions(LanguageVersion.CSharp13).WithPreprocessorSymbols("HYPERMAX_SHARED");

    // The usings that the SDK adds to every project, and none of ours.
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using static Given;
        """;

    private const string Given = """
        using Hypermax;
        using Hypermax.Execution;
        using Hypermax.Execution.Command;
        using Hypermax.Execution.Limits;
        using Hypermax.Storage;

        [SearchSpace]
        public partial record ForestParams([Uniform(1, 9)] int Trees, [Uniform(0.1, 1.0)] double FeatureFraction, Booster Booster);

        [SearchSpace]
        public abstract partial record Booster
        {
            public sealed record None : Booster;
        }

        public static class Given
        {
            public static Study study => throw new NotSupportedException();
            public static StudyHeader header => throw new NotSupportedException();
            public static IReadOnlyList<TrialRecord> trials => throw new NotSupportedException();
            public static SearchSpace space => throw new NotSupportedException();
            public static double[] point => throw new NotSupportedException();
            public static TrialLimits limits => throw new NotSupportedException();
            public static CommandOptions options => throw new NotSupportedException();
            public static IExecutor inner => throw new NotSupportedException();
            public static double Train(ForestParams p) => 0;
            public static double Train(ForestParams p, TrialContext trial) => 0;
            public static double CrossValidatedLoss(object p, int seed) => 0;
        }
        """;

    private static readonly ImmutableArray<MetadataReference> References = LoadReferences();

    private static readonly Lazy<MetadataReference> GivenReference = new(() => Emit(Compile("Given", Given, []), "Given"));

    public static TheoryData<string> Blocks => new(DocBlock.All().Where(block => !block.IsFragment).Select(block => block.Place));

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Block_OfTheDocumentation_Compiles(string place)
    {
        DocBlock block = DocBlock.All().Single(candidate => candidate.Place == place);

        Emit(Compile("Block", block.Code, [GivenReference.Value]), place);
    }

    [Fact]
    public void Fragments_OfTheDocumentation_AreTheFewer() =>
        Assert.True(
            DocBlock.All().Count(block => block.IsFragment) < DocBlock.All().Count(block => !block.IsFragment),
            "Give blocks their using lines rather than the mark 'fragment'.");

    private static CSharpCompilation Compile(string name, string code, IEnumerable<MetadataReference> more)
    {
        string usings = name == "Given" ? Usings.Replace("global using static Given;", string.Empty, StringComparison.Ordinal) : Usings;
        SyntaxTree tree = CSharpSyntaxTree.ParseText(code, Options, "Block.cs");
        bool isProgram = tree.GetCompilationUnitRoot().Members.OfType<Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax>().Any();
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(usings, Options, "Usings.cs"), tree],
            [.. References, .. more],
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new HypermaxGenerator().AsSourceGenerator()], parseOptions: Options).RunGeneratorsAndUpdateCompilation(
            compilation, out Compilation generated, out _);
        return (CSharpCompilation)generated;
    }

    private static PortableExecutableReference Emit(CSharpCompilation compilation, string place)
    {
        using MemoryStream stream = new();
        Diagnostic[] errors = [.. compilation.Emit(stream).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        Assert.True(errors.Length == 0, $"{place}\n{string.Join('\n', errors.Select(error => error.ToString()))}");
        return MetadataReference.CreateFromImage(stream.ToArray());
    }

    private static ImmutableArray<MetadataReference> LoadReferences()
    {
        string?[] frameworks = [Path.GetDirectoryName(typeof(object).Assembly.Location), Path.GetDirectoryName(typeof(WebApplication).Assembly.Location)];
        Type[] packages =
        [
            typeof(SearchSpaceAttribute), typeof(Study), typeof(ReportWriter), typeof(PairedBenchmark), typeof(HypermaxAssert), typeof(SamplerConformance),
            typeof(HostedSearch), typeof(IHost), typeof(HostApplicationBuilder), typeof(IServiceCollection), typeof(ServiceProvider), typeof(ILogger),
            typeof(HealthCheckResult), typeof(HealthCheckService), typeof(IConfiguration), typeof(ConfigurationManager), typeof(IOptions<>),
            typeof(TracerProvider), typeof(BaseProcessor<>), typeof(OpenTelemetryBuilder), typeof(ConsoleExporterOptions),
            typeof(PostgresStore),
            typeof(AmqpExecutor),
            typeof(FactAttribute), typeof(Assert),
        ];
        string[] ours = [.. packages.Select(type => type.Assembly.Location)];
        string all = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return [
            .. all.Split(Path.PathSeparator)
                .Where(path => frameworks.Contains(Path.GetDirectoryName(path), StringComparer.Ordinal))
                .Concat(ours)
                .Concat([typeof(DashboardEndpoints).Assembly.Location])
                .Distinct(StringComparer.Ordinal)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }
}
