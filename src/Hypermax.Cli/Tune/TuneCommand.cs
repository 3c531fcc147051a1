using System.CommandLine;
using System.Text;
using Hypermax.Build.Protocol;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Usage;

namespace Hypermax.Tune;

/// <summary>The verb <c>hypermax tune</c>: searches the objectives of a built project; what <c>dotnet build -t:Hypertune</c> starts.</summary>
internal static class TuneCommand
{
    public static Command Create()
    {
        Argument<string> arguments = new("arguments")
        {
            Description = "The arguments file that a build with -t:Hypertune wrote: hypertune.args in the project's obj folder.",
        };
        Option<string> format = new("--format")
        {
            Description = "How lines are written: text for people, msbuild for the build task (docs/formats/coordinator.md).",
            DefaultValueFactory = _ => "text",
        };
        format.Among("text", "msbuild");
        Option<bool> force = new("--force") { Description = "Begin afresh; earlier trials are kept in an archive." };
        Option<string?> repeat = new("--repeat") { Description = "Run one trial of the study again, alone, and record nothing." };
        Option<string[]> properties = new("--property", "-p")
        {
            Description = "A property of the build as NAME=VALUE, such as HypertuneTrialSeconds=60; counts before what the arguments file says. "
                + "May be given several times.",
            DefaultValueFactory = _ => [],
        };
        Command command = new("tune", "Searches the objectives of a built project.") { arguments, format, force, repeat, properties };
        command.SetAction(parsed => RunAsync(
            parsed.GetRequiredValue(arguments),
            parsed.GetRequiredValue(format) == "msbuild",
            parsed.GetValue(force),
            parsed.GetValue(repeat),
            parsed.GetValue(properties) ?? []));
        return command;
    }

    private static async Task<int> RunAsync(string path, bool isForBuild, bool force, string? repeat, string[] properties)
    {
        using StopSignal stop = new(isForBuild ? Console.OpenStandardInput() : null);
        using StreamWriter output = new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        SearchLines lines = new(output, isForBuild);
        string[] asked =
        [
            .. properties,
            .. force ? [$"{StudySettings.Force.Property}=true"] : Array.Empty<string>(),
            .. repeat is { } trial ? [$"{BuildSettings.Repeat.Property}={trial}"] : Array.Empty<string>(),
        ];
        Func<string, string?> variable = isForBuild ? static _ => null : Environment.GetEnvironmentVariable;
        string? store = Environment.GetEnvironmentVariable(StudySettings.Store.Variable);
        if (isForBuild)
        {
            // It may hold a password, which is none of the trials' business.
            Environment.SetEnvironmentVariable(StudySettings.Store.Variable, null);
        }

        if (TuneArguments.Read(path, asked, variable, out IReadOnlyList<string> problems, store) is not { } arguments)
        {
            foreach (string problem in problems)
            {
                lines.Say(BuildRules.BadSetting, problem);
            }

            return ExitCodes.Usage;
        }

        return await SearchVerb.GuardAsync(new TuneRun(arguments, lines, TimeProvider.System).RunAsync, lines, Console.Error, stop.Token).ConfigureAwait(false);
    }
}
