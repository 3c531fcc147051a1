using System.CommandLine;
using Hypermax.Config;
using Hypermax.Config.Keys;
using Hypermax.Execution;
using Hypermax.Search;
using Hypermax.Usage;

namespace Hypermax.SearchFile;

/// <summary>The verb <c>hypermax check</c>: says everything that is wrong with a configuration, and runs no trial.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Argument<string?> file = new("file") { Description = "The configuration.", Arity = ArgumentArity.ZeroOrOne };
        Option<bool> schema = new("--schema") { Description = "Prints the JSON Schema of configurations, for editors: name the file in \"$schema\"." };
        Option<bool> json = new("--json") { Description = "Writes one JSON object to standard output, for programs." };
        Option<bool> alone = new("--file-only") { Description = "Does not load the function, look for the program or reach the hosts." };
        Option<string[]> properties = new("--property", "-p")
        {
            Description = "A setting as NAME=VALUE, as for 'hypermax search'.",
            DefaultValueFactory = _ => [],
        };
        Command command = new("check", "Says everything that is wrong with a configuration, with line and column; no trial runs.")
        {
            file, schema, json, alone, properties,
        };
        command.AddRule(result => result.GetValue(file) is null && !result.GetValue(schema) ? "Name the configuration to check, or say --schema." : null);
        command.SetAction(async (parsed, stop) =>
        {
            if (parsed.GetValue(schema))
            {
                Console.Out.Write(ConfigSchema.Write());
                return ExitCodes.Done;
            }

            return await RunAsync(
                parsed.GetValue(file)!,
                parsed.GetValue(properties) ?? [],
                parsed.GetValue(json),
                withFunction: !parsed.GetValue(alone),
                Console.Out,
                Console.Error,
                stop).ConfigureAwait(false);
        });
        return command;
    }

    /// <summary>Checks a file.</summary>
    /// <returns>The exit code.</returns>
    internal static async Task<int> RunAsync(
        string file, IReadOnlyList<string> properties, bool asJson, bool withFunction, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        ConfigCheck check;
        try
        {
            check = ConfigCheck.Read(file, properties);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            errors.WriteLine($"error: {ConfigPath.Missing(file)}");
            return ExitCodes.Usage;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"error: {error.Message}");
            return ExitCodes.Environment;
        }

        string? trouble = withFunction && check.IsRight ? await StartAsync(check, stop).ConfigureAwait(false) : null;
        if (asJson)
        {
            CheckJson.Write(check, trouble, output);
        }
        else
        {
            CheckText.Write(check, errors);
            if (trouble is not null)
            {
                errors.WriteLine($"error: {trouble}");
            }

            if (check.IsRight && trouble is null)
            {
                output.WriteLine(CheckText.Summary(check));
            }
        }

        return !check.IsRight ? ExitCodes.Usage : trouble is null ? ExitCodes.Done : ExitCodes.Environment;
    }

    // What a search does before its first trial, and nothing more.
    private static async Task<string?> StartAsync(ConfigCheck check, CancellationToken stop)
    {
        try
        {
            if (check.Config!.Function == FunctionKeys.Dotnet)
            {
                await (await DotnetObjective.StartAsync(check.Config, check.Settings, stop).ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
                return null;
            }

            OpenFiles.Require(check.Plan!.Options.Workers);
            if (check.Evaluator!.Fingerprint is null)
            {
                // The function is that of whoever takes trials from a broker.
                return null;
            }

            IExecutor executor = await check.Evaluator.StartAsync(stop).ConfigureAwait(false);
            await executor.DisposeAsync().ConfigureAwait(false);
            return null;
        }
        catch (Exception error) when (error is ExecutorException or FormatException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            return error.Message;
        }
    }
}
