using System.CommandLine;
using Hypermax.Dataset.Judging;
using Hypermax.Folder;
using Hypermax.Reports;
using Hypermax.Sampling;
using Hypermax.Usage;

namespace Hypermax.Dataset.Replay;

/// <summary>The verb <c>hypermax dataset replay</c>: which method would have found what by when.</summary>
internal static class DatasetReplayCommand
{
    private const int Most = 100_000;

    public static Command Create()
    {
        Argument<string> folder = DatasetCommand.Folder();
        Option<string> methods = new("--methods", "-m")
        {
            Description = $"The methods to compare, with commas between: {string.Join(", ", Samplers.Names)}.",
            DefaultValueFactory = _ => "auto,atpe,tpe,random",
        };
        Option<int> seeds = new Option<int>("--seeds", "-s")
        {
            Description = "How many searches of each method, with seeds from 0.",
            DefaultValueFactory = _ => 10,
        }.Within(1, Most);
        Option<int> trials = new Option<int>("--trials", "-t") { Description = "How many trials each search has.", DefaultValueFactory = _ => 100 }
            .Within(1, Most);
        Option<string> model = new("--model")
        {
            Description = "What stands for the objective: forest, nearest (the mean of the nearest trials), or auto, "
                + "which of the two tells unseen trials better.",
            DefaultValueFactory = _ => SurrogateChoice.Auto,
        };
        model.Among([.. SurrogateChoice.Names]);
        Option<bool> json = JsonOutput.Option();
        Command command = new("replay", "Searches the objective that a data set is of, as a model of it, with several methods: what each finds, and by when.")
        {
            folder, methods, seeds, trials, model, json,
        };
        command.SetAction((parsed, stop) => Task.FromResult(Run(
            parsed.GetRequiredValue(folder),
            parsed.GetRequiredValue(methods).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            parsed.GetValue(seeds),
            parsed.GetValue(trials),
            parsed.GetRequiredValue(model),
            parsed.GetValue(json),
            Console.Out,
            Console.Error,
            stop)));
        return command;
    }

    /// <summary>Replays.</summary>
    /// <returns>The exit code.</returns>
    internal static int Run(
        string folder,
        string[] methods,
        int seeds,
        int trials,
        string model,
        bool isJson,
        TextWriter output,
        TextWriter errors,
        CancellationToken stop) => Folders.Try(errors, () =>
    {
        foreach (string method in methods)
        {
            // Says which methods there are.
            _ = Samplers.Create(method);
        }

        if (methods.Length == 0)
        {
            throw new FormatException("--methods names no method. Name some with commas between, such as 'auto,random'.");
        }

        try
        {
            DatasetFolder set = DatasetFolder.Read(folder, errors);
            IReadOnlyList<SurrogateChoice> models = SurrogateChoice.Measure(set.Study, model);
            ReplayResult replay = ReplayResult.Run(set.Study, models[0], [.. methods.Distinct(StringComparer.Ordinal)], seeds, trials, stop);
            foreach (string line in isJson ? [ReplayText.Json(set, models, replay)] : ReplayText.Lines(set, models, replay))
            {
                output.WriteLine(line);
            }

            return ExitCodes.Done;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Cancelled;
        }
    });
}
