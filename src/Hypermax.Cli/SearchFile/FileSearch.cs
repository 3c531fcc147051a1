using Hypermax.Build.Protocol;
using Hypermax.Config.Faults;
using Hypermax.Import;
using Hypermax.Run;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Storage.Journal;

namespace Hypermax.SearchFile;

/// <summary>Runs the search of a configuration: reads and checks it whole, chooses the folder, and hands it to the one engine of all searches.</summary>
internal sealed class FileSearch(FileSearchOptions options, SearchLines lines, TextWriter errors, TimeProvider clock)
{
    /// <summary>Gets who follows the search besides the file of running trials.</summary>
    public IReadOnlyList<ISearchObserver> Observers { get; init; } = [];

    /// <summary>Runs the search.</summary>
    /// <param name="stop">Ends it early.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        ProgramInput? input;
        try
        {
            ConfigCheck check = ConfigCheck.Read(options.File, options.Properties);
            CheckText.Write(check, errors);
            if (!check.IsRight || check.Plan is null)
            {
                return ExitCodes.Usage;
            }

            input = InputOf(check);
        }
        catch (Exception error) when (error is FormatException or ImportException)
        {
            lines.Say(BuildRules.BadSetting, error.Message);
            return ExitCodes.Usage;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            lines.Say(BuildRules.BadSetting, ConfigPath.Missing(options.File));
            return ExitCodes.Usage;
        }
        catch (StudyInUseException error)
        {
            lines.Say(BuildRules.StudyInUse, error.Message);
            return ExitCodes.Conflict;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            lines.Say(BuildRules.StoreFailed, error.Message);
            return ExitCodes.Environment;
        }

        return input is null ? ExitCodes.Cancelled : await new ProgramSearch(_ => input, lines, clock).RunAsync(stop).ConfigureAwait(false);
    }

    private ProgramInput? InputOf(ConfigCheck check)
    {
        (Config.SearchConfig config, SearchPlan plan) = (check.Config!, check.Plan!);
        if (FolderChoice.Of(options, config.Directory, config.Space!, plan, lines) is not { } choice)
        {
            return null;
        }

        SettingSet settings = check.Settings;
        if (choice.Number is int number && settings.SourceOf(StudySettings.Seed) is null)
        {
            // A second search of the same file would otherwise try the same points.
            settings = settings.With(StudySettings.Seed, number, SettingSource.RunOption);
        }

        if (choice.IsOfHypermax)
        {
            HypermaxFolder.Adopt(choice.Folder, config, plan, lines);
        }

        ResultFiles.Write(choice.Folder, config);
        return new ProgramInput
        {
            File = Path.GetFullPath(options.File),
            Folder = Path.GetFullPath(choice.Folder),
            Space = config.Space!,
            Settings = WithGuidance(settings, choice.Folder),
            PositionOf = config.PlaceOf,
            Observers = [new CurrentTrials(clock), .. Observers],
        };
    }

    private static SettingSet WithGuidance(SettingSet settings, string folder) => settings.SourceOf(StudySettings.Guidance) is null
        ? settings.With(StudySettings.Guidance, Path.GetFullPath(Path.Combine(folder, ResultFiles.Guidance)), SettingSource.Key(ResultFiles.Guidance))
        : settings;
}
