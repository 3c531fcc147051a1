using Hypermax.Building;

[assembly: System.Reflection.AssemblyMetadata(ObjectiveRegistry.MetadataKey, "Hypermax.Chaos.ChaosObjectives")]

namespace Hypermax.Chaos;

/// <summary>The programs as objectives, written by hand in the form that the generator writes.</summary>
public static class ChaosObjectives
{
    /// <summary>Gets the space whose one parameter chooses the program.</summary>
    public static SearchSpace Space { get; } = new("Chaos", [new CategoricalParameter("program", ChaosPrograms.All.Keys)]);

    /// <summary>Gets the objectives.</summary>
    public static IReadOnlyList<ObjectiveDescriptor> Objectives { get; } =
    [
        new ObjectiveDescriptor(
            "Chaos", Space, new Dictionary<string, string> { ["Trials"] = "7", ["Seed"] = "3" }, new SourcePosition("ChaosObjectives.cs", 1, 1), Run),
        new ObjectiveDescriptor("Echo", Echo.Space, Everything, new SourcePosition("Echo.cs", 1, 1), Echo.RunAsync),

        // Crossing the memory limit takes a twentieth of the wall time on a quiet machine, so that a busy one records the same.
        new ObjectiveDescriptor(
            "Hazard",
            Hazard.Space,
            new Dictionary<string, string> { ["TrialSeconds"] = "2", ["TrialMemoryMegabytes"] = "200", ["KillLoss"] = "4" },
            new SourcePosition("Hazard.cs", 1, 1),
            Hazard.RunAsync),
        new ObjectiveDescriptor("PipeFuzz", PipeFuzz.Space, new Dictionary<string, string>(), new SourcePosition("PipeFuzz.cs", 1, 1), PipeFuzz.RunAsync),
        new ObjectiveDescriptor("Sayings", Sayings.Space, new Dictionary<string, string>(), new SourcePosition("Sayings.cs", 1, 1), Sayings.RunAsync),
        new ObjectiveDescriptor("Talker", Talker.Space, new Dictionary<string, string>(), new SourcePosition("Talker.cs", 1, 1), Talker.RunAsync),
        new ObjectiveDescriptor(
            "Conforming", Conforming.Space, new Dictionary<string, string>(), new SourcePosition("Conforming.cs", 1, 1), Conforming.RunAsync),
        new ObjectiveDescriptor(
            "Figures",
            Figures.Space,
            new Dictionary<string, string>(),
            new SourcePosition("Figures.cs", 1, 1),
            Figures.RunAsync,
            "Hypermax.Chaos.Figures.RunAsync",
            tuned: null,
            [new ObjectiveGoal("Near"), new ObjectiveGoal("Far", Direction.Maximize)],
            [new OutcomeConstraint("p99", 8)]),
    ];

    private static Dictionary<string, string> Everything => new()
    {
        ["Direction"] = "maximize",
        ["Target"] = "0.5",
        ["TrialSoftSeconds"] = "1.5",
        ["TrialOutputMegabytes"] = "2",
        ["TrialSilenceSeconds"] = "none",
        ["FreshProcess"] = "true",
        ["Retries"] = "2",
        ["RetryOn"] = "ProcessDied",
        ["TrialRepeats"] = "3",
        ["ConfirmLeaders"] = "4",
        ["ConfirmRepeats"] = "6",
        ["Loss"] = "value - depth",
    };

    private static Task<double> Run(double[] vector, TrialContext trial) =>
        Task.FromResult(ChaosPrograms.All[(string)((CategoricalParameter)Space.Parameters[0]).Choices[(int)vector[0]]](trial.Cancellation));
}
