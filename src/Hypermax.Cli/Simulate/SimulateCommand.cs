using System.CommandLine;
using System.Globalization;
using Hypermax.Errors;
using Hypermax.Folder;
using Hypermax.Reports;
using Hypermax.Sampling;
using Hypermax.Sampling.GaussianProcess;
using Hypermax.Spaces;
using Hypermax.Storage.Journal;
using Hypermax.Trials;
using Hypermax.Usage;

namespace Hypermax.Simulate;

/// <summary>The verb <c>hypermax simulate</c>: what a longer search may still find, by a model of the finished trials.</summary>
internal static class SimulateCommand
{
    public static Command Create()
    {
        Argument<DirectoryInfo> folder = new("folder") { Description = "The folder of a study." };
        Option<int?> trials = new Option<int?>("--trials")
        {
            Description = string.Create(
                CultureInfo.InvariantCulture, $"How many more trials; by default as many as are complete, at most {SearchSimulation.MostMore}."),
        }.Within(1, SearchSimulation.MostMore);
        Option<string[]> fix = new("--fix")
        {
            Description = "Holds a parameter constant, as NAME=VALUE; may be given several times.", DefaultValueFactory = _ => [],
        };
        Option<bool> json = JsonOutput.Option();
        Command command = new(
            "simulate", "Fits a model to the finished trials and says what a longer search may still find, and the best values with some held constant.")
        {
            folder, trials, fix, json,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(folder).FullName,
            parsed.GetValue(trials),
            parsed.GetValue(fix) ?? [],
            parsed.GetValue(json),
            VisibleWriter.Output(parsed.GetValue(json)),
            Console.Error));
        return command;
    }

    internal static int Run(string folder, int? more, string[] fix, bool isJson, TextWriter output, TextWriter errors) => Folders.Try(errors, () =>
    {
        if (more is < 1 or > SearchSimulation.MostMore)
        {
            throw new FormatException(string.Create(
                CultureInfo.InvariantCulture, $"--trials is {more}; it must be a whole number from 1 to {SearchSimulation.MostMore}. Give one."));
        }

        JournalSnapshot study = Folders.Read(folder);
        StudyData data = new(study.Header!, study.Trials);
        FixedValues held = Held(data, fix);
        if (Refusal(data) is { } refusal)
        {
            errors.WriteLine($"error: '{data.Header.Name}' has {refusal}");
            return ExitCodes.Failed;
        }

        SearchForecast forecast = new SearchSimulation().Run(ContextOf(data, held), more ?? Math.Min(data.Complete.Count, SearchSimulation.MostMore));
        double least = SearchSimulation.LeastSkill(forecast.Trials);
        bool hasSkill = forecast.Skill >= least;
        SimulationText text = new(data, held, forecast);
        if (isJson)
        {
            output.WriteLine(JsonOutput.Write(writer => text.WriteJson(writer, hasSkill, least)));
        }
        else if (hasSkill)
        {
            text.Write(output);
        }

        if (!hasSkill)
        {
            errors.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"error: The model has no skill: of each trial left out in turn it predicts {Math.Max(0, 100 * forecast.Skill):0} % of the variance, "
                    + $"and below {100 * least:0} % that may be chance. It says nothing of what a longer search finds. "
                    + $"Run more trials, or repeat some to see how noisy they are."));
        }

        return hasSkill ? ExitCodes.Done : ExitCodes.Failed;
    });

    // Why no model of one loss can foretell the study; completes "it has …".
    private static string? Refusal(StudyData data) =>
        data.HasFront ? "several objectives, and one loss is simulated. Its report shows how the front grew; run more trials."
        : data.Constraints.Count > 0
            ? "constraints, which the model does not know: what it promised might break them. Its report says which of them bind; run more trials."
        : data.Complete.Count < SearchSimulation.LeastTrials
            ? $"{Counted.Of(data.Complete.Count, "complete trial")}; with less than "
                + $"{SearchSimulation.LeastTrials.ToString(CultureInfo.InvariantCulture)} a model would guess. Run more."
        : data.Losses.Distinct().Take(2).Count() == 1
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"the same loss, {data.Losses[0]}, in all of {data.Complete.Count} trials, so there is nothing to tell. "
                + $"Look whether the objective uses its parameters.")
        : null;

    private static FixedValues Held(StudyData data, string[] fix)
    {
        FixedValues held = FixedValues.None;
        foreach (string word in fix)
        {
            int place = word.IndexOf('=', StringComparison.Ordinal);
            if (place < 1)
            {
                throw new FormatException($"'{word}' holds no parameter; write NAME=VALUE, such as --fix rate=0.1.");
            }

            int index = ValueText.IndexOf(data.Space, word[..place]);
            held = held.With(index, ValueText.Read(data.Space.Parameters[index], word[(place + 1)..]));
        }

        return held;
    }

    private static SamplerContext ContextOf(StudyData data, FixedValues held)
    {
        TrialHistory history = new(data.Space.Count);
        for (int i = 0; i < data.Complete.Count; i++)
        {
            history.Add(i, data.Complete[i].Point, data.Losses[i], TrialState.Complete);
        }

        return new SamplerContext { Geometry = data.Geometry, History = history, TrialNumber = history.Count, Seed = data.Header.Seed, Fixed = held };
    }
}
