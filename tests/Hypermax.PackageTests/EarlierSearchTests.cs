using System.Text.Json;
using Hypermax.PackageTests.Sandboxes;

namespace Hypermax.PackageTests;

/// <summary>Searches that build on each other, in one project and across the projects of a solution.</summary>
[Collection(PackageCollection.Name)]
public sealed class EarlierSearchTests(PackageFeed feed)
{
    private const string Order = """<HypertuneSearch Include="Model" DependsOn="Tokenizer" />""";

    // All 64 sizes are tried, and the best is 32, which is not the default; a model's value says which size it was compiled with.
    private const string Tokenizer = """
        using Hypermax;

        namespace Text;

        [SearchSpace]
        public partial record TokenizerParams([Uniform(1, 64, Default = 4)] int Size);

        public static partial class Tokens
        {
            [Objective(Name = "Tokenizer", Trials = 64, Method = "random")]
            public static double Measure(TokenizerParams p) => System.Math.Abs(p.Size - 32);
        }
        """;

    private const string Model = """
        using Hypermax;

        namespace Text;

        [SearchSpace]
        public partial record ModelParams([Uniform(1, 8)] int Layers);

        public static partial class Models
        {
            [Objective(Name = "Model", Trials = 3, Method = "random")]
            public static double Train(ModelParams p) => 1000 * Tokens.Tuned.Tokenizer.Size + p.Layers;
        }
        """;

    [Fact]
    public void Tune_OneProject_LaterSearchRunsWithTheValuesOfTheEarlierOne()
    {
        using Sandbox sandbox = new(feed, "earlier");
        sandbox.WriteProject("Text.csproj", "<TargetFramework>net10.0</TargetFramework>", Order);
        sandbox.Write("Tokenizer.cs", Tokenizer);
        sandbox.Write("Model.cs", Model);

        string output = sandbox.Dotnet("build", "-t:Hypertune").Succeeded().Output;
        Assert.Matches("(?s)Tokenizer: 64 trials, best 0 .*Model: 3 trials", output);
        Assert.Equal(32, (int)Value(sandbox, "Model.hypertune.json") / 1000);

        sandbox.Dotnet("build", "-t:Hypertune").Succeeded().Says("Tokenizer: 64 trials, best 0 (trial").Says("(up to date)").SaysNothingOf("begins afresh");
        Assert.Equal(3, Trials(sandbox));

        // Another optimum of the earlier search makes the later one out of date, and its trials those of another objective.
        sandbox.Write("Tokenizer.cs", Tokenizer.Replace("p.Size - 32", "p.Size - 16", StringComparison.Ordinal));
        sandbox.Dotnet("build", "-t:Hypertune", "-p:HypertuneObjectiveChange=warn", "-p:HypertuneForce=true", "-p:HypertuneStudy=Tokenizer").Succeeded();
        sandbox.Dotnet("build", "-t:Hypertune").Succeeded().Says("Model: begins afresh, for the tuned values of 'Tokenizer' changed");
        Assert.Equal(16, (int)Value(sandbox, "Model.hypertune.json") / 1000);
        Assert.Equal(3, Trials(sandbox));

        // An earlier search that fails keeps the later ones from running.
        sandbox.Dotnet("build", "-t:Hypertune", "-p:HypertuneFailOn=trials>10").Failed()
            .Says("HMXB0008").Says("HMXB0042").Says("Study 'Model' was not searched, for it builds on 'Tokenizer', whose search failed.")
            .SaysNothingOf("Model: 3 trials");

        const string circle = Order + """<HypertuneSearch Include="Tokenizer" DependsOn="Model" />""";
        sandbox.WriteProject("Text.csproj", "<TargetFramework>net10.0</TargetFramework>", circle);
        sandbox.Dotnet("build", "-t:Hypertune").Failed().Says("HMXB0040").Says("'Model' builds on 'Tokenizer' builds on 'Model'");
        sandbox.WriteProject("Text.csproj", "<TargetFramework>net10.0</TargetFramework>", """<HypertuneSearch Include="Model" DependsOn="Tokeniser" />""");
        sandbox.Dotnet("build", "-t:Hypertune").Failed().Says("HMXB0041").Says("names the study 'Tokeniser'").Says("Did you mean 'Tokenizer'?");
        sandbox.WriteProject("Text.csproj", "<TargetFramework>net10.0</TargetFramework>", """<HypertuneSearch Include="Model" DependsOn="Base/Tokenizer" />""");
        sandbox.Dotnet("build", "-t:Hypertune").Failed().Says("HMXB0041").Says("references no project 'Base'");
    }

    [Fact]
    public void Tune_Solution_SearchesReferencedProjectsFirst()
    {
        using Sandbox sandbox = new(feed, "earlier-solution");
        sandbox.WriteProject("App/App.csproj", "<TargetFramework>net10.0</TargetFramework>", """
            <ProjectReference Include="../Base/Base.csproj" />
            <HypertuneSearch Include="Model" DependsOn="Base/Tokenizer" />
            """);
        sandbox.Write("App/Model.cs", Model);
        sandbox.WriteProject("Base/Base.csproj", "<TargetFramework>net10.0</TargetFramework>");
        sandbox.Write("Base/Tokenizer.cs", Tokenizer);
        sandbox.Dotnet("new", "sln", "--format", "sln", "-n", "All").Succeeded();
        sandbox.Dotnet("sln", "add", "App", "Base").Succeeded();
        sandbox.Dotnet("build", "App", "-t:HypertuneSolution").Succeeded();

        sandbox.Dotnet("build", "App", "-t:Hypertune").Failed()
            .Says("HMXB0041").Says("names 'Base/Tokenizer', which has no tuned values").Says("or the solution");

        string output = sandbox.Dotnet("build", "All.sln", "-t:Hypertune", "-m").Succeeded().Says("Model: 3 trials").Output;
        Assert.Matches("(?s)Tokenizer: 64 trials, best 0 .*Model: 3 trials", output);
        Assert.Equal(output.IndexOf("Tokenizer: 64 trials", StringComparison.Ordinal), output.LastIndexOf("Tokenizer: 64 trials", StringComparison.Ordinal));
        Assert.Equal(32, (int)Value(sandbox, "App/Model.hypertune.json") / 1000);
    }

    private static double Value(Sandbox sandbox, string file) => JsonDocument.Parse(sandbox.Read(file)).RootElement.GetProperty("value").GetDouble();

    private static int Trials(Sandbox sandbox) => File.ReadLines(sandbox.PathOf("artifacts/hypertune/Model/results.csv")).Count() - 1;
}
