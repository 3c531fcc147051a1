using Hypermax.Storage;

namespace Hypermax.Fronts.Choosing;

/// <summary>The knee: where further gain in one objective begins to cost much in the others.</summary>
internal sealed class KneeChoice : FrontChoice
{
    public override string Text => Knee;

    public override TrialRecord Of(IReadOnlyList<TrialRecord> front, StudyHeader study, IReadOnlyList<TrialRecord> trials) =>
        front[Fronts.Knee.Of(LossTable.Of(front, study.Directions))];
}
