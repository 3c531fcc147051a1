namespace Hypermax.Convergence.Problems;

/// <summary>Functions that are told with noise; the true loss is scored.</summary>
internal static class NoisyProblems
{
    public static IEnumerable<Problem> All()
    {
        yield return new(
            "branin+noise",
            "noisy",
            new SearchSpace("branin", [Forms.Float("x", -5, 10), Forms.Float("y", 0, 15)]),
            ClassicProblems.Branin,
            0.39788735772973816,
            3);
        yield return new("hartmann6+noise", "noisy", Forms.Cube("hartmann6", 6, 0, 1), ClassicProblems.Hartmann, -3.322368011415511, 0.3);
        yield return new("learners+noise", "noisy", ConditionalProblems.LearnerSpace(), ConditionalProblems.Learners, 0.08, 0.02);
        yield return new("levy8+noise", "noisy", Forms.Cube("levy8", 8, -10, 10), x => ClassicProblems.Levy(ClassicProblems.Moved(x, 5)), 0, 5);
    }
}
