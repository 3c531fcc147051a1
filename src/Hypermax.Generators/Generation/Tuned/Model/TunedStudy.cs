using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Generation.Studies.Model;
using Hypermax.Generators.Roslyn;

namespace Hypermax.Generators.Generation.Tuned.Model;

/// <summary>A study with the values that its code gives.</summary>
/// <param name="Study">The name of the study.</param>
/// <param name="Owner">The class that declares the objective.</param>
/// <param name="Place">Where its tuned values stand.</param>
/// <param name="Space">The search space.</param>
/// <param name="Status">Where the values come from.</param>
/// <param name="Values">The values of the active parameters; empty unless they come from the file.</param>
/// <param name="Value">The objective value of the best trial as text, or null.</param>
/// <param name="Trial">The number of the best trial as text, or null.</param>
/// <param name="Trials">The number of trials as text, or null.</param>
/// <param name="File">The name of the file that was read, or null when there is none that can be.</param>
/// <param name="Facts">What the file says besides parameters.</param>
/// <param name="Stale">Why it does not fit, as rule HMX2001 says it, or null.</param>
internal sealed record TunedStudy(
    string Study,
    TypeModel Owner,
    TunedPlace Place,
    SpaceModel Space,
    TunedStatus Status,
    EquatableArray<TunedValue> Values,
    string? Value,
    string? Trial,
    string? Trials,
    string? File,
    EquatableArray<TunedFact> Facts,
    string? Stale)
{
    public static TunedStudy Of(ObjectiveModel objective, TunedFile? file)
    {
        TunedFit? fit = file is { Damage: null } ? TunedFit.Of(objective.Space, file) : null;
        TunedStatus status = file switch
        {
            null => TunedStatus.Untuned,
            { Damage: not null } => TunedStatus.Damaged,
            _ => fit!.Differences.Count == 0 ? TunedStatus.Tuned : TunedStatus.Stale,
        };
        return new TunedStudy(
            objective.Study,
            objective.Owner,
            objective.Place,
            objective.Space,
            status,
            status == TunedStatus.Tuned ? fit!.Values : EquatableArray<TunedValue>.Empty,
            file?.Fact("value"),
            file?.Fact("trial"),
            file?.Fact("trials"),
            file is { Damage: null } ? TunedFileReader.NameOf(file.Path) : null,
            (file?.Facts ?? EquatableArray<TunedEntry>.Empty).Where(fact => fact.Kind != TunedKind.Nothing)
                .Select(fact => new TunedFact(fact.Name, fact.Text)).ToEquatableArray(),
            status == TunedStatus.Stale ? StaleText.Of(file!, objective, fit!.Differences) : null);
    }
}
