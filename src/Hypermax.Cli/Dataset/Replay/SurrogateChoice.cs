using Hypermax.Analysis.Surrogates;
using Hypermax.Import;
using Hypermax.Reports;

namespace Hypermax.Dataset.Replay;

/// <summary>A model that stands for the objective, and how far it is to be trusted.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Fit">Makes it of a study.</param>
/// <param name="Accuracy">How well it tells trials that it has not seen.</param>
internal sealed record SurrogateChoice(string Name, Func<StudyData, ISurrogate> Fit, SurrogateAccuracy Accuracy)
{
    private const int LeastTrials = 20;

    /// <summary>The name that leaves the choice to the accuracy.</summary>
    public const string Auto = "auto";

    private static readonly Dictionary<string, Func<StudyData, ISurrogate>> Known = new(StringComparer.Ordinal)
    {
        ["forest"] = static study => new ForestSurrogate(study),
        ["nearest"] = static study => new NeighbourSurrogate(study),
    };

    /// <summary>Gets the names there are.</summary>
    public static IEnumerable<string> Names => [Auto, .. Known.Keys];

    /// <summary>Measures the models, the one to use first.</summary>
    /// <param name="study">The data set.</param>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="ImportException">There are too few trials to tell anything.</exception>
    public static IReadOnlyList<SurrogateChoice> Measure(StudyData study, string name) => study.Complete.Count < LeastTrials
        ? throw new ImportException(FormattableString.Invariant(
            $"The data set has {study.Complete.Count} trials with a loss; {LeastTrials} are the least from which others can be told. Add trials."))
        :
        [
            .. Known.Select(model => new SurrogateChoice(model.Key, model.Value, SurrogateAccuracy.Of(study, model.Value)))
                .OrderByDescending(choice => choice.Name == name)
                .ThenByDescending(choice => choice.Accuracy.Rank + choice.Accuracy.RankOfBest),
        ];
}
