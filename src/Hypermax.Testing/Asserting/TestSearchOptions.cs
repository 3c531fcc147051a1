using Hypermax.Settings;

namespace Hypermax.Testing;

/// <summary>How a search runs that a test makes by a call; the environment counts before, such as <c>HYPERTUNE_TRIALS</c>.</summary>
public sealed record TestSearchOptions
{
    /// <summary>Gets the name of the study, which names its folder. By default the name of the search space.</summary>
    public string? Name { get; init; }

    /// <summary>Gets how many trials the search has. By default 100.</summary>
    /// <value>1 or above.</value>
    public int? Trials { get; init; }

    /// <summary>Gets what every random draw comes from. By default 0.</summary>
    public long? Seed { get; init; }

    /// <summary>Gets the method of search. By default <c>auto</c>.</summary>
    public string? Method { get; init; }

    /// <summary>Gets how many trials run at once. By default 1.</summary>
    public int? Workers { get; init; }

    /// <summary>Gets the time after which the search ends. By default null: none.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Gets the time after which a trial fails; its token is cancelled then. By default null: none.</summary>
    public TimeSpan? TrialTimeout { get; init; }

    /// <summary>
    /// Gets the folder of the study. By default <c>hypertune/&lt;name&gt;</c> beside the test assembly, or under what <c>HYPERTUNE_TEST_OUTPUT</c> names.
    /// </summary>
    public string? Folder { get; init; }

    /// <summary>Gets what takes the lines that the search says, such as <c>TestContext.WriteLine</c>. By default nothing.</summary>
    public Action<string>? Output { get; init; }

    /// <summary>Makes settings of what is given, under the names that other surfaces use.</summary>
    internal SettingSet Settings(double? target, Direction direction, Violations violations)
    {
        (Setting Setting, object? Value)[] given =
        [
            (StudySettings.Trials, Trials),
            (StudySettings.Seed, Seed),
            (StudySettings.Method, Method),
            (StudySettings.Workers, Workers),
            (StudySettings.Timeout, Timeout),
            (TrialSettings.TrialSeconds, TrialTimeout?.TotalSeconds),
            (StudySettings.Target, target),
            (StudySettings.Direction, direction.ToWord()),
        ];
        return SettingReader.Read(
            SettingSource.TestCall,
            given.Where(pair => pair.Value is not null).Select(
                pair => KeyValuePair.Create(SettingSource.TestCall.NameOf(pair.Setting), pair.Setting.Write(pair.Value!))),
            violations);
    }
}
