using System.CommandLine;
using System.Text;
using Hypermax.Search;
using Hypermax.Tune;

namespace Hypermax.Run;

/// <summary>The verb <c>hypermax run</c>: searches the parameters of any program.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        Option<FileInfo> space = new("--space") { Description = "The space: our JSON form ({\"params\": […]}) or a Hypermax search.json.", Required = true };
        Option<DirectoryInfo> folder = new("--output", "-o") { Description = "The folder of the study; a study found there is continued.", Required = true };
        Option<string?> command = new("--command") { Description = "The program with its arguments; {name} stands for a parameter, {$trial}, {$seed}, {$slot}, {$artifacts}, {$json} for the trial's own. All parameters arrive on standard input as JSON too." };
        Option<string?> python = new("--python") { Description = "A Python function as MODULE:FUNCTION instead." };
        Option<string> interpreter = new("--interpreter") { Description = "The Python interpreter.", DefaultValueFactory = _ => "python3" };
        Option<string[]> hosts = new("--host") { Description = "Runs the command over ssh there; HOST or HOST*SLOTS. May be given several times.", DefaultValueFactory = _ => [] };
        Option<string?> working = new("--working-directory") { Description = "The folder that programs start in." };
        Option<bool> maximize = new("--maximize") { Description = "Larger values are better." };
        Option<string[]> properties = new("--property", "-p") { Description = "A setting as NAME=VALUE with the names of the build, such as HypertuneTrials=200 or HypertuneTrialSeconds=60. May be given several times.", DefaultValueFactory = _ => [] };
        Option<string[]> method = new("--method-option") { Description = "An option of the method as NAME=VALUE, such as levels=5 for grid or preset=hyperopt for tpe. May be given several times.", DefaultValueFactory = _ => [] };
        Command run = new("run", "Searches the parameters of a program, a Python function, or a command on other machines.") { space, folder, command, python, interpreter, hosts, working, maximize, method, properties };
        run.SetAction(parsed => RunAsync(new RunOptions
        {
            Space = parsed.GetRequiredValue(space).FullName,
            Folder = parsed.GetRequiredValue(folder).FullName,
            Command = parsed.GetValue(command),
            Python = parsed.GetValue(python),
            Interpreter = parsed.GetRequiredValue(interpreter),
            Hosts = parsed.GetValue(hosts) ?? [],
            WorkingDirectory = parsed.GetValue(working),
            Maximize = parsed.GetValue(maximize),
            MethodOptions = parsed.GetValue(method) ?? [],
            Properties = parsed.GetValue(properties) ?? [],
        }));
        return run;
    }

    private static async Task<int> RunAsync(RunOptions options)
    {
        using StopSignal stop = new(input: null);
        using StreamWriter output = new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        SearchLines lines = new(output, isForBuild: false, Console.Error);
        return await SearchVerb.GuardAsync(new ProgramSearch(options, lines, TimeProvider.System).RunAsync, lines, Console.Error, stop.Token).ConfigureAwait(false);
    }
}
