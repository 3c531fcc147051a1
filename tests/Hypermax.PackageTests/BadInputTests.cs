using Hypermax.PackageTests.Sandboxes;

namespace Hypermax.PackageTests;

/// <summary>What a user can get wrong: each gives one clear message with the remedy, and nothing is lost.</summary>
[Collection(PackageCollection.Name)]
public sealed class BadInputTests(PackageFeed feed)
{
    private const string Fickle = """
        using Hypermax;

        [SearchSpace]
        public partial record Recipe([Uniform(0, 10)] double Size);

        public static partial class Kitchen
        {
            [Objective(Trials = 12)]
            public static double Cook(Recipe recipe)
            {
                if (recipe.Size > 5)
                {
                    throw new InvalidOperationException("too big, says x.cs(1,1): error CS0001: nothing");
                }

                return recipe.Size;
            }
        }
        """;

    [Fact]
    public void Tune_ManyMistakes_EachHasItsMessage()
    {
        using Sandbox sandbox = new(feed, "bad-input");
        sandbox.WriteProject("Shop.csproj", "<TargetFramework>net10.0</TargetFramework><TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        sandbox.Write("Recipe.cs", Fickle);
        sandbox.Dotnet("restore").Succeeded();
        CommandResult Tune(params string[] properties) => sandbox.Dotnet(["build", "-t:Hypertune", "--no-restore", .. properties]);

        // Properties are checked before the project is even built.
        Tune("-p:HypertuneTrials=0", "-p:HypertuneFailOn=value", "-bl").Failed()
            .Says(
                "Property 'HypertuneTrials' must be a whole number, 1 or above; it is '0'. "
                + "It says how many trials, earlier ones included, the finished study has.")
            .Says("Property 'HypertuneFailOn'");
        Assert.False(BinaryLog.Ran(sandbox.PathOf("msbuild.binlog"), "CoreCompile"));

        // Failing trials are warnings at the line that threw, with a command that repeats them; user text is never taken for an error.
        CommandResult first = Tune().Succeeded()
            .Says("warning HMXB0010: Trial")
            .Says("-p:HypertuneStudy=Cook -p:HypertuneRepeat=")
            .Says("Recipe.cs(13,")
            .SaysNothingOf("error CS0001: nothing [");
        string repeat = first.Output.Split("-p:HypertuneRepeat=")[1].Split('\n', ' ', '[')[0].Trim();
        Tune("-p:HypertuneStudy=Cook", $"-p:HypertuneRepeat={repeat}").Failed().Says($"Trial {repeat} of 'Cook' failed again");

        Tune("-p:HypertuneStudy=Cok").Failed().Says("HMXB0002").Says("it has 'Cook'");
        Tune("-p:HypertuneMethod=magic").Failed().Says("HMXB0001")
            .Says("Property 'HypertuneMethod' must be one of auto");
        Tune("-p:HypertuneFailOn=value>-1").Failed().Says("HMXB0008").Says("value>-1");
        Tune("-p:HypertuneSeed=5").Failed().Says("HMXB0015").Says("HypertuneForce=true");

        // A folder that cannot be made, because a file of that name is in the way.
        sandbox.Write("taken", "a file");
        Tune("-p:HypertuneOutput=taken").Failed().Says("HMXB0007").Says("-p:HypertuneOutput=");

        // Another space: the difference in words, nothing mixed, and a way on.
        sandbox.Write("Recipe.cs", Fickle.Replace("[Uniform(0, 10)] double Size", "[Uniform(0, 20)] double Size, bool Hot = false", StringComparison.Ordinal));
        Tune().Failed().Says("HMXB0004").Says("'Size' was widened from [0, 10] to [0, 20]").Says("'Hot' was added").Says("HypertuneSpaceChange=migrate");
        Tune("-p:HypertuneSpaceChange=migrate").Succeeded().Says("trials were carried over");
        Assert.Single(Directory.GetFiles(sandbox.PathOf("artifacts/hypertune/Cook"), "journal.*.jsonl"));

        Tune("-p:HypertuneForce=true").Succeeded().Says("begins afresh");

        // As with an SDK that is too old for the generator: nothing lists the objectives, and that is no quiet success.
        sandbox.Write(
            "Directory.Build.targets",
            """
            <Project>
              <Target Name="DropGenerator" BeforeTargets="CoreCompile"><ItemGroup><Analyzer Remove="@(Analyzer)" /></ItemGroup></Target>
            </Project>
            """);
        Tune("-p:HypertuneTrials=13").Failed().Says("HMXB0003").Says("CS9057");
    }
}
