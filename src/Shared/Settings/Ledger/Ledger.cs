namespace Hypermax.Settings;

/// <summary>Every setting there is. A new one is one entry in one of the lists; everything else follows from it.</summary>
internal static class Ledger
{
    /// <summary>Gets all settings, in the order of the documentation.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        .. StudySettings.Entries,
        .. FigureSettings.Entries,
        .. TrialSettings.Entries,
        .. ProgramSettings.Entries,
        .. BuildSettings.Entries,
    ];
}
