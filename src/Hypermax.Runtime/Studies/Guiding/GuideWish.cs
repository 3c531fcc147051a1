using System.Globalization;
using Hypermax.Spaces;
using Hypermax.Spaces.Ranges;
using Hypermax.Storage;

namespace Hypermax.Studies.Guiding;

/// <summary>A request about parameters or points, understood: what is recorded with the study.</summary>
/// <param name="Steering">What to record, given the number of the next trial.</param>
/// <param name="Text">What it means; completes "from now on …".</param>
internal sealed record GuideWish(Func<int, Steering> Steering, string Text)
{
    /// <summary>Understands a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="header">What the study is.</param>
    /// <param name="trials">Its trials.</param>
    /// <param name="best">The best of them, or null.</param>
    /// <param name="narrowed">To what parameters are narrowed already.</param>
    /// <returns>Null when the request is about the search itself, not about what it proposes.</returns>
    /// <exception cref="FormatException">It cannot be obeyed in this study.</exception>
    public static GuideWish? Of(
        GuideRequest request, StudyHeader header, IReadOnlyList<TrialRecord> trials, TrialRecord? best, IReadOnlyList<ParameterRange> narrowed)
    {
        SearchSpace space = header.Space;
        switch (request.Action)
        {
            case GuideAction.Lock:
                int locked = ValueText.IndexOf(space, request.Parameter);
                Parameter parameter = space.Parameters[locked];
                double value = request.Value is { } text
                    ? ValueText.Read(parameter, text)
                    : ValueOf(best ?? throw NoBest(), parameter.Name, locked);
                return new(from => new Steering.Fix(from, locked, value), $"'{parameter.Name}' is {PointJson.ToText(parameter, value)} in every new trial");

            case GuideAction.Range:
                ParameterRange range = RangeOf(header, request, narrowed);
                string words = string.Create(CultureInfo.InvariantCulture, $"'{request.Parameter}' is proposed from {range.Low:R} to {range.High:R}");
                return new(from => new Steering.Narrow(from, range.Parameter, range.Low, range.High), words);

            case GuideAction.Free:
                int free = ValueText.IndexOf(space, request.Parameter);
                return new(from => new Steering.Free(from, free), $"'{request.Parameter}' is chosen by the search again");

            case GuideAction.Scramble:
                int scrambled = ValueText.IndexOf(space, request.Parameter);
                return new(from => new Steering.Scramble(from, scrambled), $"'{request.Parameter}' is drawn at random for every new trial");

            case GuideAction.Relearn:
                int relearned = ValueText.IndexOf(space, request.Parameter);
                return new(from => new Steering.Relearn(from, relearned), $"'{request.Parameter}' is learned anew, from new trials alone");

            case GuideAction.Enqueue:
                Point point = ValueText.ReadPoint(space, request.Values, BasisOf(request.From, trials, best));
                return new(from => new Steering.Enqueue(from, point), $"the next trial tries {PointJson.Write(space, point)}");

            default:
                return null;
        }
    }

    private static ParameterRange RangeOf(StudyHeader header, GuideRequest request, IReadOnlyList<ParameterRange> narrowed)
    {
        int index = ValueText.IndexOf(header.Space, request.Parameter);
        double low = NumberOf(request.Parameter, request.Low);
        ParameterRange range = new(index, low, NumberOf(request.Parameter, request.High));
        if (PeoplesRanges.Refusal(header, range, narrowed) is { } refusal)
        {
            throw new FormatException(refusal);
        }

        // On a grid the nearest values are meant, and told.
        return header.Space.Parameters[index] is NumericParameter numeric ? new(index, numeric.Snap(range.Low), numeric.Snap(range.High)) : range;
    }

    private static double NumberOf(string? parameter, string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : throw new FormatException($"The range of '{parameter}' needs two numbers, the smallest value and the largest; one is '{text}'. Give both.");

    private static double ValueOf(TrialRecord best, string name, int parameter) => best.Point.Has(parameter)
        ? best.Point[parameter]
        : throw new FormatException($"Parameter '{name}' does not exist in the best trial, so there is no value to lock it at. Give one.");

    private static Point? BasisOf(string? from, IReadOnlyList<TrialRecord> trials, TrialRecord? best) => from switch
    {
        null or "default" => null,
        "best" => (best ?? throw NoBest()).Point,
        _ when int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out int number) => trials.FirstOrDefault(trial => trial.Number == number)
            ?.Point ?? throw new FormatException($"The study has no trial {from} to take values from. Name one that it has, or 'best'."),
        _ => throw new FormatException($"'{from}' is nothing to take values from; it must be 'best', 'default' or the number of a trial."),
    };

    private static FormatException NoBest() => new("No trial is complete yet, so there is no best one to take values from. Give the values.");
}
