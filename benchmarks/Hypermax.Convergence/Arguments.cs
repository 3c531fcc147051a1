using System.Globalization;
using Hypermax.Convergence.Population;

namespace Hypermax.Convergence;

/// <summary>The command line.</summary>
/// <param name="Methods">The methods to compare, the first being the one that tests compare with.</param>
/// <param name="Problems">Names or groups of the fixed problems, or of families where there is a split.</param>
/// <param name="Split">Which families of made problems to take; null for the fixed problems.</param>
/// <param name="Count">The number of problems of each family.</param>
/// <param name="Seeds">The number of seeds.</param>
/// <param name="Trials">The number of trials a run.</param>
/// <param name="Jobs">The number of runs at a time.</param>
/// <param name="Reference">The method that the others are compared with; null for the first.</param>
/// <param name="Out">A file that finished runs are kept in; null for none.</param>
internal sealed record Arguments(
    IReadOnlyList<string> Methods, string Problems, Split? Split, int Count, int Seeds, int Trials, int Jobs, string? Reference, string? Out)
{
    public const string Usage = "usage: --methods auto,gp,tpe:Gamma=0.2 [--train | --validate | --test] [--problems all] [--count 4] [--seeds 5] [--trials "
        + "100] [--jobs 2] [--reference METHOD] [--batch 1] [--out FILE] [--by-problem] [--incumbent, with METHOD+race too] "
        + "[--curves, with SCHEDULE+METHOD too; trials are then the cost]";

    /// <summary>Gets whether every problem has a line of its own.</summary>
    public bool ByProblem { get; init; }

    /// <summary>Gets whether the point is scored that a study calls its best, rather than the best that was tried.</summary>
    public bool ScoresIncumbent { get; init; }

    /// <summary>Gets whether the problems have learning curves and runs are scored by what they cost.</summary>
    public bool HasCurves { get; init; }

    /// <summary>Gets how many trials are asked for before any of them is told.</summary>
    public int Batch { get; init; } = 1;

    public static Arguments Parse(string[] args)
    {
        Arguments result = new(["auto", "gp", "tpe", "random"], "all", null, 4, 5, 100, 2, null, null);
        for (int i = 0; i < args.Length; i++)
        {
            result = args[i] switch
            {
                "--train" => result with { Split = Population.Split.Train },
                "--validate" => result with { Split = Population.Split.Validate },
                "--test" => result with { Split = Population.Split.Test },
                "--by-problem" => result with { ByProblem = true },
                "--curves" => result with { HasCurves = true },
                "--incumbent" => result with { ScoresIncumbent = true },
                _ => With(result, args[i], i + 1 < args.Length ? args[++i] : throw new ArgumentException($"'{args[i]}' needs a value; {Usage}")),
            };
        }

        return result.Reference is null || result.Methods.Contains(result.Reference) ? result
            : throw new ArgumentException($"--reference is '{result.Reference}'; it must be one of the methods, {string.Join(", ", result.Methods)}.");
    }

    private static Arguments With(Arguments result, string option, string value) => option switch
    {
        "--methods" => result with { Methods = value.Split(',') },
        "--problems" => result with { Problems = value },
        "--count" => result with { Count = Number(option, value) },
        "--seeds" => result with { Seeds = Number(option, value) },
        "--trials" => result with { Trials = Number(option, value) },
        "--batch" => result with { Batch = Number(option, value) },
        "--jobs" => result with { Jobs = Number(option, value) },
        "--reference" => result with { Reference = value },
        "--out" => result with { Out = value },
        _ => throw new ArgumentException($"'{option}' is no option; {Usage}"),
    };

    private static int Number(string option, string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
        ? number
        : throw new ArgumentException($"{option} is '{value}'; it must be a whole number above 0.");
}
