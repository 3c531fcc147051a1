using System.Text.Json;
using Hypermax.PackageTests.Sandboxes;

namespace Hypermax.PackageTests;

/// <summary>A newcomer's project with two objectives and a constraint: searched, chosen from, and used as code.</summary>
[Collection(PackageCollection.Name)]
public sealed class SeveralObjectivesTests(PackageFeed feed)
{
    private const string Objective = """
        using Hypermax;

        namespace Bakery;

        [SearchSpace]
        public partial record Oven([Uniform(1, 60)] int Minutes, [Uniform(100, 300)] double Heat);

        public sealed record Bread([Minimize] double Cost, [Maximize] double Taste, [Constraint(AtMost = 230)] double Crust, double Weight);

        public static partial class Baking
        {
            [Objective(Trials = 30)]
            public static Bread Bake(Oven oven) => new(
                Cost: oven.Minutes * oven.Heat / 1000,
                Taste: 10 - Math.Abs(oven.Minutes - 40) / 8.0 - Math.Abs(oven.Heat - 220) / 40,
                Crust: oven.Heat,
                Weight: 1);
        }
        """;

    private const string Program = """
        using Bakery;

        Bread bread = Baking.Bake(Baking.Tuned.Bake);
        Console.WriteLine(FormattableString.Invariant($"cost {bread.Cost:R} taste {bread.Taste:R} crust {bread.Crust:R}"));
        """;

    private const string Folder = "artifacts/hypertune/Bake";

    [Fact]
    public void Story_TwoObjectivesAndAConstraint_FrontIsWrittenAndAPointChosen()
    {
        using Sandbox sandbox = new(feed, "several-objectives");
        sandbox.WriteProject("Bakery.csproj", "<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>");
        sandbox.Write("Bread.cs", Objective);
        sandbox.Write("Program.cs", Program);

        // The tuned file gets the knee, and the program uses it after an ordinary build.
        sandbox.Dotnet("build", "-t:Hypertune").Succeeded().Says("Bake: 30 trials").Says($"report: {Folder}/report.html");
        JsonElement front = Front(sandbox);
        Assert.Equal(["Cost", "Taste"], front.GetProperty("objectives").EnumerateArray().Select(objective => objective.GetProperty("name").GetString()));
        JsonElement[] points = [.. front.GetProperty("trials").EnumerateArray()];
        Assert.True(points.Length > 2, front.ToString());
        Assert.All(points, point => Assert.True(point.GetProperty("constraints").GetProperty("Crust").GetDouble() <= 230));
        Assert.False(sandbox.Has($"{Folder}/best.json"));
        Assert.Equal(Trial(front.GetProperty("knee")), Tuned(sandbox));
        UsesPoint(sandbox, points, Tuned(sandbox));

        // A limit chooses anew from what there is: nothing is searched again.
        double middle = points.Select(point => Value(point, "Cost")).Order().ElementAt(points.Length / 2);
        string limit = FormattableString.Invariant($"Cost <= {middle:R}");
        sandbox.Dotnet("build", "-t:Hypertune", $"-p:HypertuneChoose={limit}").Succeeded();
        JsonElement tastiest = points.Where(point => Value(point, "Cost") <= middle).MaxBy(point => Value(point, "Taste"));
        Assert.Equal(Trial(tastiest), Tuned(sandbox));
        Assert.Equal(30, File.ReadLines(sandbox.PathOf($"{Folder}/results.csv")).Skip(1).Count());
        UsesPoint(sandbox, points, Tuned(sandbox));

        // So does the number of a trial, which then lasts.
        int cheapest = Trial(points.MinBy(point => Value(point, "Cost")));
        sandbox.Dotnet("build", "-t:Hypertune", $"-p:HypertuneChoose={cheapest}").Succeeded();
        sandbox.Dotnet("build", "-t:Hypertune").Succeeded();
        Assert.Equal(cheapest, Tuned(sandbox));

        Assert.Contains("Crust", sandbox.Read($"{Folder}/report.html"), StringComparison.Ordinal);
        Assert.Contains(
            Directory.GetFiles(sandbox.PathOf($"{Folder}/charts")),
            file => Path.GetFileName(file).Contains("pareto", StringComparison.OrdinalIgnoreCase));
        string header = File.ReadLines(sandbox.PathOf($"{Folder}/results.csv")).First();
        Assert.All(["Cost", "Taste", "Crust", "feasible"], column => Assert.Contains(column, header.Split(',')));
    }

    [Fact]
    public void Choose_WhatNothingKeepsOrNobodyKnows_IsToldWithTheNearest()
    {
        using Sandbox sandbox = new(feed, "several-objectives-choice");
        sandbox.WriteProject("Bakery.csproj", "<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>");
        sandbox.Write("Bread.cs", Objective);
        sandbox.Write("Program.cs", Program);
        sandbox.Dotnet("build", "-t:Hypertune", "-p:HypertuneTrials=12").Succeeded();
        string tuned = sandbox.Read("Bake.hypertune.json");

        sandbox.Dotnet("build", "-t:Hypertune", "-p:HypertuneTrials=12", "-p:HypertuneChoose=Cost <= 0.001").Failed().Says("Cost");
        sandbox.Dotnet("build", "-t:Hypertune", "-p:HypertuneTrials=12", "-p:HypertuneChoose=Tast >= 5").Failed().Says("Taste");
        Assert.Equal(tuned, sandbox.Read("Bake.hypertune.json"));

        // Nothing feasible: the search says which trial comes nearest and leaves the tuned file alone.
        sandbox.Dotnet("build", "-t:Hypertune", "-p:HypertuneTrials=12", "-p:HypertuneConstraints=Crust<=50", "-p:HypertuneForce=true")
            .Failed()
            .Says("comes nearest: Crust is ");
        Assert.Equal(tuned, sandbox.Read("Bake.hypertune.json"));
    }

    private static void UsesPoint(Sandbox sandbox, JsonElement[] points, int trial)
    {
        JsonElement point = points.Single(point => Trial(point) == trial);
        sandbox.Dotnet("run").Succeeded().Says(FormattableString.Invariant(
            $"cost {Value(point, "Cost"):R} taste {Value(point, "Taste"):R} crust {point.GetProperty("constraints").GetProperty("Crust").GetDouble():R}"));
    }

    private static double Value(JsonElement point, string objective) => point.GetProperty("objectives").GetProperty(objective).GetDouble();

    private static int Trial(JsonElement point) => point.ValueKind == JsonValueKind.Number ? point.GetInt32() : point.GetProperty("trial").GetInt32();

    private static int Tuned(Sandbox sandbox)
    {
        using JsonDocument tuned = JsonDocument.Parse(sandbox.Read("Bake.hypertune.json"));
        return tuned.RootElement.GetProperty("trial").GetInt32();
    }

    private static JsonElement Front(Sandbox sandbox)
    {
        using JsonDocument front = JsonDocument.Parse(sandbox.Read($"{Folder}/front.json"));
        return front.RootElement.Clone();
    }
}
