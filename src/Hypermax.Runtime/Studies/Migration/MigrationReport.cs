using Hypermax.Spaces.Changes;

namespace Hypermax.Studies.Migration;

/// <summary>What became of the trials of a study whose space changed.</summary>
/// <param name="Changes">How the space changed.</param>
/// <param name="Kept">How many finished trials were carried over.</param>
/// <param name="SetAside">How many trials have no meaning in the new space, or were not finished.</param>
/// <param name="Archive">Where the old journal, which still holds every trial, was put; relative to the folder of the study.</param>
public sealed record MigrationReport(IReadOnlyList<SpaceChange> Changes, int Kept, int SetAside, string Archive)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"The search space changed: {string.Join("; ", Changes)}. {Errors.Counted.Of(Kept, "trial")} {(Kept == 1 ? "was" : "were")} carried over, ")
        + FormattableString.Invariant($"{SetAside} set aside; all old trials are kept in {Archive}.");
}
