using System.Globalization;

namespace Hypermax.Convergence;

/// <summary>The command line.</summary>
/// <param name="Methods">The methods to compare, the first being the one that tests compare with.</param>
/// <param name="Problems">Names or groups of problems.</param>
/// <param name="Seeds">The number of seeds.</param>
/// <param name="Trials">The number of trials a run.</param>
/// <param name="Jobs">The number of runs at a time.</param>
internal sealed record Arguments(IReadOnlyList<string> Methods, string Problems, int Seeds, int Trials, int Jobs)
{
    public const string Usage = "usage: --methods gp,tpe [--problems all] [--seeds 10] [--trials 100] [--jobs 2]";

    public static Arguments Parse(string[] args)
    {
        Arguments result = new(["auto", "gp", "tpe", "random"], "all", 10, 100, 2);
        for (int i = 0; i < args.Length; i += 2)
        {
            string value = i + 1 < args.Length ? args[i + 1] : throw new ArgumentException($"'{args[i]}' needs a value; {Usage}");
            result = args[i] switch
            {
                "--methods" => result with { Methods = value.Split(',') },
                "--problems" => result with { Problems = value },
                "--seeds" => result with { Seeds = Number(args[i], value) },
                "--trials" => result with { Trials = Number(args[i], value) },
                "--jobs" => result with { Jobs = Number(args[i], value) },
                _ => throw new ArgumentException($"'{args[i]}' is no option; {Usage}"),
            };
        }

        return result;
    }

    private static int Number(string option, string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
        ? number
        : throw new ArgumentException($"{option} is '{value}'; it must be a whole number above 0.");
}
