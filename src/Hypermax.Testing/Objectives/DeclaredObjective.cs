using System.Reflection;
using Hypermax.Building;
using Hypermax.Settings;

namespace Hypermax.Testing.Objectives;

/// <summary>A method with <c>[Objective]</c> in the test's assembly or in one that it uses.</summary>
/// <param name="Descriptor">What the generator wrote about it.</param>
/// <param name="Assembly">The assembly that declares it.</param>
internal sealed record DeclaredObjective(ObjectiveDescriptor Descriptor, Assembly Assembly)
{
    /// <summary>Gets the name of the study.</summary>
    public string Study => Descriptor.Name;

    /// <summary>Gets which values are better.</summary>
    public Direction Direction => Descriptor.Goals is [var first, ..] ? first.Direction
        : Descriptor.Settings.TryGetValue("Direction", out string? word) && DirectionExtensions.TryRead(word, out Direction direction)
        ? direction
        : Direction.Minimize;

    /// <summary>Gets the command that tunes the study again.</summary>
    public string Command => $"dotnet build -t:Hypertune -p:HypertuneStudy={Study} -p:HypertuneForce=true";

    /// <summary>Gets the function that evaluates a point.</summary>
    public Func<Point, TrialContext, Task<double>> Evaluate => (point, trial) => Descriptor.Evaluate(point.ToArray(), trial);

    /// <summary>Gets the function that evaluates a point to one value for each goal.</summary>
    public Func<Point, TrialContext, Task<IReadOnlyList<double>>> EvaluateAll =>
        async (point, trial) => await Descriptor.EvaluateAll(point.ToArray(), trial).ConfigureAwait(false);

    /// <summary>Reads what the attribute says, with what the environment says laid over it.</summary>
    /// <param name="violations">Takes what is wrong.</param>
    public SettingSet Settings(Violations violations) => FigurePlan.Over(
        SettingReader.ReadEnvironment(Environment.GetEnvironmentVariable, Surfaces.Environment, violations)
            .Over(SettingReader.Read(SettingSource.Attribute, Descriptor.Settings, violations)),
        Descriptor.Goals,
        Descriptor.Constraints,
        violations);
}
