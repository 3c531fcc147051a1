using System.CommandLine;
using Hypermax.Errors;
using Hypermax.Execution.Command;
using Hypermax.Execution.Slurm;
using Hypermax.Files;
using Hypermax.Folder;
using Hypermax.Settings;
using Hypermax.Storage.Journal;
using Hypermax.Usage;

namespace Hypermax.Slurm;

/// <summary>The verb <c>hypermax slurm submit</c>: gives a cluster the workers of a study.</summary>
internal static class SubmitVerb
{
    public static Command Create()
    {
        TaskOptions options = new();
        Option<bool> json = JsonOutput.Option();
        Option<double> patience = PatienceOption();
        Command command = new("submit", "Writes and submits a job array whose tasks work on one study together.");
        options.AddTo(command);
        command.Add(patience);
        command.Add(json);
        command.SetAction(parsed => SlurmCommand.TryAsync(stop =>
            RunAsync(options.Read(parsed), ClientOf(parsed.GetValue(patience)), parsed.GetValue(json), stop)));
        return command;
    }

    internal static Option<double> PatienceOption() => new Option<double>("--patience")
    {
        Description = "For how many seconds a controller that does not answer is asked again.",
        DefaultValueFactory = _ => 120,
    }.Within(0, 86400);

    internal static SlurmClient ClientOf(double patience) =>
        new(TimeSpan.FromSeconds(patience)) { Waits = text => Console.Error.WriteLine(text) };

    private static async Task<int> RunAsync(TaskPlan plan, SlurmClient slurm, bool isJson, CancellationToken stop)
    {
        SlurmClient.Require("sbatch", "squeue", "sinfo", "scontrol");
        string folder = Directory.CreateDirectory(plan.Line.Folder).FullName;
        if (plan.Line.Store is null || StoreText.IsFolder(plan.Line.Store))
        {
            SharedFolder.Require(folder);
        }

        int? size = await slurm.MaxArraySizeAsync(stop).ConfigureAwait(false);
        IReadOnlyList<NodeKind> nodes = await slurm.NodesAsync(stop).ConfigureAwait(false);
        if ((plan.Request.ArrayProblem(size) ?? NodeFit.Problem(plan.Request, nodes, RequestNames.Options)) is { } problem)
        {
            throw new SlurmException(problem, isRefusal: true);
        }

        string name = JobName.New(plan.StudyName, TimeProvider.System.GetUtcNow());
        Submission submission = plan.Remember(name, TimeProvider.System.GetUtcNow());
        string script = plan.Script(name);
        Directory.CreateDirectory(Submission.MarksOf(folder, name));
        WholeFile.Write(Submission.ScriptOf(folder, name), script);

        // Before it is submitted, or tasks could run of which the folder knows nothing.
        submission.Write(folder);
        long id;
        try
        {
            (id, _) = await slurm.SubmitAsync(Submission.ScriptOf(folder, name), name, stop).ConfigureAwait(false);
        }
        catch (SlurmException error) when (error.IsRefusal)
        {
            Forget(folder, name);
            throw;
        }

        submission = submission with { Job = id };
        submission.Write(folder);
        Tell(plan, submission, folder, isJson);
        return ExitCodes.Done;
    }

    // Slurm refused it: no task of it will ever run.
    private static void Forget(string folder, string name)
    {
        File.Delete(Path.Combine(Submission.FolderOf(folder), name + ".json"));
        File.Delete(Submission.ScriptOf(folder, name));
        Directory.Delete(Submission.MarksOf(folder, name), recursive: true);
    }

    private static void Tell(TaskPlan plan, Submission submission, string folder, bool isJson)
    {
        if (isJson)
        {
            Console.Out.WriteLine(JsonOutput.Write(writer =>
            {
                writer.WriteString("name", submission.Name);
                writer.WriteNumber("job", submission.Job!.Value);
                writer.WriteString("folder", folder);
                writer.WriteNumber("tasks", plan.Request.Array.Indices.Count);
            }));
            return;
        }

        string atOnce = plan.Request.Array.AtOnce is int most ? FormattableString.Invariant($", {most} at once") : string.Empty;
        Console.Out.WriteLine(FormattableString.Invariant(
            $"submitted job {submission.Job}: {Counted.Of(plan.Request.Array.Indices.Count, "task")}{atOnce}, as {submission.Name}"));
        Console.Out.WriteLine($"  hypermax slurm watch {CommandLine.Quote(folder)}    # until the study is finished; also status, logs, cancel");
    }
}
