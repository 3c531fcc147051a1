using System.CommandLine;
using Hypermax.Analysis.Stages;
using Hypermax.Charts.Scales;
using Hypermax.Errors;
using Hypermax.Folder;
using Hypermax.Reports;

namespace Hypermax.Dataset.Judging;

/// <summary>The verb <c>hypermax dataset check</c>: judges a data set in words.</summary>
internal static class DatasetCheckCommand
{
    public static Command Create()
    {
        Argument<string> folder = DatasetCommand.Folder();
        Option<bool> json = JsonOutput.Option();
        Command command = new("check", "Judges a data set: rows, stages, failures, duplicates, units of time, files.") { folder, json };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), parsed.GetValue(json), Console.Out, Console.Error));
        return command;
    }

    /// <summary>Judges a folder.</summary>
    /// <returns>The exit code: <see cref="ExitCodes.Failed"/> where something spoils the data set.</returns>
    internal static int Run(string folder, bool isJson, TextWriter output, TextWriter errors) => Folders.Try(errors, () =>
    {
        DatasetFolder set = DatasetFolder.Read(folder, errors);
        IReadOnlyList<DatasetRemark> remarks = DatasetJudge.Judge(set);
        if (isJson)
        {
            output.WriteLine(Json(set, remarks));
        }
        else
        {
            foreach (string line in Lines(set, remarks))
            {
                output.WriteLine(line);
            }
        }

        return remarks.Any(remark => remark.Level == DatasetLevel.Problem) ? ExitCodes.Failed : ExitCodes.Done;
    });

    private static IEnumerable<string> Lines(DatasetFolder set, IReadOnlyList<DatasetRemark> remarks)
    {
        yield return Head(set);
        yield return string.Empty;
        foreach ((int i, StageSpan stage) in set.Stages.Index())
        {
            yield return FormattableString.Invariant($"  stage {i + 1}: {Words(set, stage)}");
        }

        yield return string.Empty;
        foreach (DatasetRemark remark in remarks.OrderByDescending(remark => remark.Level))
        {
            yield return $"{Word(remark.Level),-7}  {remark.About}: {remark.Text}";
        }

        yield return string.Empty;
        yield return Verdict(remarks);
    }

    /// <summary>Gets what a set is, in one line.</summary>
    internal static string Head(DatasetFolder set)
    {
        string best = set.Study.Best is { } trial
            ? FormattableString.Invariant($", best {set.Study.ValueName} {NumberText.Digits(trial.Value, 6)} (trial {trial.Number})")
            : string.Empty;
        return $"{set.Name}: {Counted.Of(set.Study.Finished.Count, "row")}, {Counted.Of(set.Study.Space.Count, "parameter")}{best}";
    }

    /// <summary>Gets what is thought of a set, in one line.</summary>
    internal static string Verdict(IReadOnlyList<DatasetRemark> remarks)
    {
        int problems = remarks.Count(remark => remark.Level == DatasetLevel.Problem);
        string notes = Counted.Of(remarks.Count(remark => remark.Level == DatasetLevel.Note), "note");
        return problems == 0 ? $"Fit to be contributed and replayed; {notes}." : $"Not fit yet: {Counted.Of(problems, "problem")}, {notes}.";
    }

    private static string Words(DatasetFolder set, StageSpan stage)
    {
        int first = set.Study.Finished[stage.First].Number;
        int last = set.Study.Finished[stage.End - 1].Number;
        string ranges = stage.Narrowed.Count == 0 ? "over the full space"
            : FormattableString.Invariant($"within narrower ranges of {stage.Narrowed.Count} of {Counted.Of(set.Study.Space.Count, "parameter")}");
        return FormattableString.Invariant($"trials {first} to {last} ({stage.Count}), {(stage.IsRandom ? "random" : "an optimiser")} {ranges}");
    }

    private static string Word(DatasetLevel level) => level switch
    {
        DatasetLevel.Good => "good",
        DatasetLevel.Note => "note",
        _ => "problem",
    };

    private static string Json(DatasetFolder set, IReadOnlyList<DatasetRemark> remarks) => JsonOutput.Write(writer =>
    {
        writer.WriteString("name", set.Name);
        writer.WriteBoolean("fit", remarks.All(remark => remark.Level != DatasetLevel.Problem));
        writer.WriteNumber("rows", set.Study.Finished.Count);
        writer.WriteNumber("parameters", set.Study.Space.Count);
        writer.WriteNumber("failed", set.Study.Failed.Count);
        writer.Number("best", set.Study.Best?.Value ?? double.NaN);
        writer.WriteBoolean("saysStages", set.SaysStages);
        writer.WriteStartArray("stages");
        foreach (StageSpan stage in set.Stages)
        {
            writer.WriteStartObject();
            writer.WriteNumber("first", set.Study.Finished[stage.First].Number);
            writer.WriteNumber("count", stage.Count);
            writer.WriteBoolean("random", stage.IsRandom);
            writer.WriteStartArray("narrowed");
            foreach (int parameter in stage.Narrowed)
            {
                writer.WriteStringValue(set.Study.Space.Parameters[parameter].Name);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("remarks");
        foreach (DatasetRemark remark in remarks)
        {
            writer.WriteStartObject();
            writer.WriteString("level", Word(remark.Level));
            writer.WriteString("about", remark.About);
            writer.WriteString("text", remark.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
