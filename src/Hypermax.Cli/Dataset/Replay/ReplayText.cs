using System.Globalization;
using System.Text.Json;
using Hypermax.Analysis.Surrogates;
using Hypermax.Charts.Scales;
using Hypermax.Dataset.Judging;
using Hypermax.Errors;
using Hypermax.Folder;
using Hypermax.Summary;

namespace Hypermax.Dataset.Replay;

/// <summary>Says what a replay found.</summary>
internal static class ReplayText
{
    public static IEnumerable<string> Lines(DatasetFolder set, IReadOnlyList<SurrogateChoice> models, ReplayResult replay)
    {
        yield return DatasetCheckCommand.Head(set);
        yield return $"model: {Accuracy(models[0])}; {string.Join("; ", models.Skip(1).Select(model => $"not used: {Accuracy(model)}"))}";
        yield return "       ranks: the correlation of told and true losses over all trials, and over the best tenth, of trials held back in tenths";
        string[] methods = [.. Methods(replay)];
        int seeds = replay.Runs.Count / methods.Length;
        yield return string.Empty;
        yield return $"{(set.Study.Sign > 0 ? "lowest" : "highest")} {set.Study.ValueName} after so many trials, the median of {Counted.Of(seeds, "seed")}";
        string[][] found =
        [
            ["method", .. replay.Marks.Select(mark => mark.ToString(CultureInfo.InvariantCulture))],
            .. methods.Select(method => (string[])
                [method, .. replay.Marks.Select(mark => NumberText.Short(Value(set, replay.MedianAfter(method, mark))))]),
        ];
        foreach (string line in Aligned(found))
        {
            yield return line;
        }

        yield return string.Empty;
        yield return "trials until as good as the best of the set, and the time they take one after the other; – where fewer than half get there";
        string[][] reached =
        [
            ["method", .. ReplayResult.Shares.Select(share =>
                FormattableString.Invariant($"best {100 * share:0.#} % ({NumberText.Short(Value(set, replay.Objective.LossOfShare(share)))})"))],
            .. methods.Select(method => (string[])[method, .. ReplayResult.Shares.Select(share => Reached(set, replay, method, share))]),
        ];
        foreach (string line in Aligned(reached))
        {
            yield return line;
        }
    }

    public static string Json(DatasetFolder set, IReadOnlyList<SurrogateChoice> models, ReplayResult replay) => JsonOutput.Write(writer =>
    {
        writer.WriteString("name", set.Name);
        writer.WriteNumber("rows", set.Study.Finished.Count);
        writer.WriteString("model", models[0].Name);
        writer.WriteStartObject("accuracy");
        foreach (SurrogateChoice model in models)
        {
            writer.WriteStartObject(model.Name);
            writer.Number("rank", model.Accuracy.Rank);
            writer.Number("rankOfBest", model.Accuracy.RankOfBest);
            writer.Number("error", model.Accuracy.Error);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteStartArray("methods");
        foreach (string method in Methods(replay))
        {
            WriteMethod(writer, set, replay, method);
        }

        writer.WriteEndArray();
    });

    private static void WriteMethod(Utf8JsonWriter writer, DatasetFolder set, ReplayResult replay, string method)
    {
        writer.WriteStartObject();
        writer.WriteString("method", method);
        writer.WriteStartObject("after");
        foreach (int mark in replay.Marks)
        {
            writer.Number(mark.ToString(CultureInfo.InvariantCulture), Value(set, replay.MedianAfter(method, mark)));
        }

        writer.WriteEndObject();
        writer.WriteStartArray("reaches");
        foreach (double share in ReplayResult.Shares)
        {
            double loss = replay.Objective.LossOfShare(share);
            (double Trials, double Hours)? reached = replay.MedianReached(method, loss);
            writer.WriteStartObject();
            writer.WriteNumber("share", share);
            writer.Number("value", Value(set, loss));
            writer.Number("trials", reached?.Trials ?? double.NaN);
            writer.Number("hours", reached?.Hours ?? double.NaN);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Reached(DatasetFolder set, ReplayResult replay, string method, double share) =>
        replay.MedianReached(method, replay.Objective.LossOfShare(share)) is not { } reached ? "–"
        : set.Study.HasTimes ? FormattableString.Invariant($"{reached.Trials} ({Words.Time(TimeSpan.FromHours(reached.Hours))})")
        : reached.Trials.ToString(CultureInfo.InvariantCulture);

    private static string Accuracy(SurrogateChoice model)
    {
        SurrogateAccuracy accuracy = model.Accuracy;
        return FormattableString.Invariant(
            $"{model.Name} (ranks {accuracy.Rank:0.00} and {accuracy.RankOfBest:0.00}, median error {NumberText.Short(accuracy.Error)})");
    }

    private static IEnumerable<string> Methods(ReplayResult replay) => replay.Runs.Select(run => run.Method).Distinct(StringComparer.Ordinal);

    // Losses are minimised; people read values.
    private static double Value(DatasetFolder set, double loss) => loss == double.MaxValue ? double.NaN : set.Study.Sign * loss;

    private static IEnumerable<string> Aligned(string[][] rows)
    {
        int[] widths = [.. rows[0].Select((_, column) => rows.Max(row => row[column].Length))];
        return rows.Select(row => string.Join("  ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))));
    }
}
