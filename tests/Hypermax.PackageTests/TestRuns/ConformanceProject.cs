using Hypermax.PackageTests.Sandboxes;

namespace Hypermax.PackageTests.TestRuns;

/// <summary>Writes a project of somebody who has a sampler, a store and an executor of their own, and one sampler that is not right.</summary>
internal static class ConformanceProject
{
    private const string Tests = """
        using Hypermax;
        using Hypermax.Conformance;
        using Hypermax.Conformance.Tests.Sampling;
        using Hypermax.Conformance.Tests.Storage;
        using Hypermax.Execution;
        using Hypermax.Execution.Command;
        using Hypermax.Sampling;
        using Hypermax.Storage;

        public sealed class FreshPointsTests : SamplerConformance
        {
            protected override ISampler Create() => new FreshPoints();
        }

        public sealed class LineStoreTests : DurableStoreConformance
        {
            private readonly string _root = Directory.CreateTempSubdirectory().FullName;
            private int _count;

            protected override IStudyStore Create() => new LineStore(Path.Combine(_root, $"{_count++}"));

            protected override IStudyStore Reopen(IStudyStore store, bool wasDisposed) => new LineStore(store.Folder!);

            protected override void Dispose(bool disposing) => Directory.Delete(_root, recursive: true);
        }

        public sealed class CommandTests : LimitedExecutorConformance
        {
            protected override Task<IExecutor> CreateAsync(ExecutorSetup setup) => Task.FromResult<IExecutor>(new CommandExecutor(
                new CommandSpec { FileName = setup.FileName, Arguments = setup.Arguments },
                ExecutorSetup.Space,
                new CommandOptions { Limits = setup.Limits }));
        }

        public sealed class StuckTests : SamplerConformance
        {
            protected override ISampler Create() => new Stuck();

            private sealed class Stuck : ISampler
            {
                public string Name => "stuck";

                public Proposal Propose(SamplerContext context) =>
                    new(context.Geometry.Sample(new Hypermax.Numerics.SeedStream(1, 1, "stuck")), new Insight("stuck"));
            }
        }
        """;

    public static void Write(Sandbox sandbox, PackageFeed feed, string packages)
    {
        sandbox.Write("Parts/Parts.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Hypermax.Conformance" Version="{feed.Version}" />
                {packages}
              </ItemGroup>
            </Project>
            """);
        sandbox.Write("Parts/Tests.cs", Tests);
        foreach (string file in new[] { "Sampling/FreshPoints.cs", "Storage/LineStore.cs" })
        {
            sandbox.Write($"Parts/{file}", File.ReadAllText(Path.Combine(PackageFeed.Repository, "tests", "Hypermax.Conformance.Tests", file)));
        }
    }
}
