using Hypermax.Convergence.Problems;

namespace Hypermax.Convergence.Population;

/// <summary>A family of problems of one kind of difficulty; a problem of it is made from a seed and nothing else.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Split">What its problems are for.</param>
/// <param name="Difficulty">What is hard about it, in a few words.</param>
/// <param name="Compose">Makes a problem from the draws of its seed.</param>
internal sealed record Family(string Name, Split Split, string Difficulty, Func<Draws, Problem> Compose)
{
    /// <summary>Makes the problem with a number: the same for the same number, everywhere.</summary>
    /// <param name="number">0 or above; a split has seeds of its own.</param>
    public Problem Make(int number)
    {
        int seed = checked(((int)Split * 100_000_000) + number);
        return Compose(new Draws(Name, seed)) with { Name = FormattableString.Invariant($"{Name}/{number}"), Group = Name };
    }
}
