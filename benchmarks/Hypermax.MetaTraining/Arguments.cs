using System.Globalization;

namespace Hypermax.MetaTraining;

/// <summary>The command line.</summary>
/// <param name="Folder">Where recorded searches are kept and the model is written.</param>
/// <param name="Count">The number of problems of each training family.</param>
/// <param name="Histories">The number of histories of each problem.</param>
/// <param name="Repeats">How often each action is tried from each snapshot.</param>
/// <param name="Trust">How much the context counts; written into the manifest.</param>
/// <param name="Jobs">The number of problems at a time.</param>
internal sealed record Arguments(string Folder, int Count = 4, int Histories = 1, int Repeats = 2, double Trust = 0.5, int Jobs = 2)
{
    public const string Usage = "usage: --out FOLDER [--count 4] [--histories 1] [--repeats 2] [--trust 0.5] [--jobs 2]";

    public static Arguments Parse(string[] args)
    {
        Arguments result = new(string.Empty);
        for (int i = 0; i < args.Length; i += 2)
        {
            string value = i + 1 < args.Length ? args[i + 1] : throw new ArgumentException($"'{args[i]}' needs a value; {Usage}");
            result = args[i] switch
            {
                "--out" => result with { Folder = value },
                "--count" => result with { Count = Number(args[i], value) },
                "--histories" => result with { Histories = Number(args[i], value) },
                "--repeats" => result with { Repeats = Number(args[i], value) },
                "--jobs" => result with { Jobs = Number(args[i], value) },
                "--trust" => result with { Trust = Part(args[i], value) },
                _ => throw new ArgumentException($"'{args[i]}' is no option; {Usage}"),
            };
        }

        return result.Folder.Length > 0 ? result : throw new ArgumentException($"--out is missing; {Usage}");
    }

    private static int Number(string option, string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
        ? number
        : throw new ArgumentException($"{option} is '{value}'; it must be a whole number above 0.");

    private static double Part(string option, string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double part) && part is >= 0 and <= 1
        ? part
        : throw new ArgumentException($"{option} is '{value}'; it must be from 0 to 1.");
}
